import { TriangleAlert } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { Suggestion } from "../../lib/worker/protocol";
import { CardList } from "../sidebar/CardList";
import { Skeleton } from "../sidebar/Skeleton";
import { StateMessage } from "../sidebar/StateMessage";
import { usePanelModel } from "../state/panel-model";
import type { Text } from "../text/text";
import { useUi } from "../ui";
import { NoResult } from "./NoResult";
import { SearchFilterBar } from "./SearchFilterBar";
import { useKeptFocus } from "./use-kept-focus";

/** What the search found, or why there is nothing; over it what it is narrowed to. */
export function SearchResults() {
  const { text, announce } = useUi();
  const view = usePanelModel().search.view.value;
  const summary = view.state === "answered" ? summaryOf(view.query, view.results.length, text) : null;
  useEffect(() => {
    if (summary) announce(summary);
  }, [summary, announce]);
  const place = useKeptFocus();
  const isEmpty = view.state === "answered" && view.results.length === 0;
  return (
    <div ref={place}>
      <SearchFilterBar summary={view.state === "answered" && !isEmpty ? summary : null} />
      {view.state === "failed" && <StateMessage icon={TriangleAlert} title={text.search.failed} />}
      {view.state === "searching" && <Skeleton label={text.search.searching} />}
      {view.state === "answered" &&
        (isEmpty ? <NoResult query={view.query} /> : <ResultLists results={view.results} />)}
    </div>
  );
}

/** What has the words themselves first, then what was found by the team's synonyms for them. */
function ResultLists({ results }: { results: Suggestion[] }) {
  const { text, formats } = useUi();
  const own = results.filter((result) => saidOf(result).length === 0);
  const bySynonym = results.filter((result) => saidOf(result).length > 0);
  const said = [...new Set(bySynonym.flatMap(saidOf))];
  return (
    <>
      {own.length > 0 && <CardList label={text.card.searchList} suggestions={own} ticketLanguage={null} />}
      {bySynonym.length > 0 && (
        <>
          <h2 class="list-heading">{text.search.bySynonym(formats.list(said.map(text.search.quoted)))}</h2>
          <CardList label={text.search.synonymList} suggestions={bySynonym} ticketLanguage={null} />
        </>
      )}
    </>
  );
}

/** The typed words that found a result only by a synonym. */
function saidOf({ matchedTerms }: Suggestion): string[] {
  return matchedTerms.filter(({ fields }) => fields.includes("synonym")).map(({ label }) => label);
}

function summaryOf(query: string, count: number, text: Text): string {
  return count === 0 ? text.search.noResult(query) : text.search.results(count);
}
