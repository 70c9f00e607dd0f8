import type { SearchChoices, SearchFilters } from "../../lib/worker/protocol/finding";
import { filterCount } from "../state/article-search";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

const NO_CHOICES: SearchChoices = { languages: [], categories: [], kinds: [], audiences: [] };

/** What the search can be narrowed to; what the library has only one of is left out. */
export function FilterFields({ id }: { id: string }) {
  const { text, formats } = useUi();
  const { search } = usePanelModel();
  const filters = search.filters.value;
  const { languages, categories, kinds, audiences } = search.choices.value ?? NO_CHOICES;
  return (
    <fieldset id={id} class="filter-fields" aria-label={text.search.filters}>
      <Choice name="language" any={text.search.anyLanguage} values={languages} wordOf={formats.languageName} />
      <Choice name="category" any={text.search.anyCategory} values={categories} wordOf={(value) => value} />
      <Choice name="kind" any={text.search.anyKind} values={kinds} wordOf={(value) => text.card.kinds[value]} />
      <Choice
        name="audience"
        any={text.search.anyAudience}
        values={audiences}
        wordOf={(value) => text.card.audiences[value]}
      />
      <label class="filter-check">
        <input
          type="checkbox"
          checked={filters.isVerified}
          onChange={(event) => search.setFilters({ isVerified: event.currentTarget.checked })}
        />
        {text.search.verifiedOnly}
      </label>
      {filterCount(filters) > 0 && (
        <button
          type="button"
          class="text-button"
          onClick={(event) => {
            search.clearFilters();
            event.currentTarget.parentElement?.querySelector<HTMLElement>("select, input")?.focus();
          }}
        >
          {text.search.dropFilters}
        </button>
      )}
    </fieldset>
  );
}

type ChoiceName = "language" | "category" | "kind" | "audience";
type ChoiceProps<Value extends string> = {
  name: ChoiceName;
  any: string;
  values: Value[];
  wordOf(value: Value): string;
};

function Choice<Value extends string>({ name, any, values, wordOf }: ChoiceProps<Value>) {
  const { text } = useUi();
  const { search } = usePanelModel();
  const chosen = search.filters.value[name];
  // What is set can be taken off, also when the library has lost the last article of it.
  if (values.length < 2 && chosen === null) return null;
  return (
    <select
      class="field field-small"
      aria-label={text.search.filterNames[name]}
      value={chosen ?? ""}
      onChange={({ currentTarget: { value } }) => {
        search.setFilters({ [name]: value === "" ? null : value } as Partial<SearchFilters>);
      }}
    >
      <option value="">{any}</option>
      {values.map((value) => (
        <option key={value} value={value}>
          {wordOf(value)}
        </option>
      ))}
    </select>
  );
}
