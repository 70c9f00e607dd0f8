import { SearchX, TriangleAlert } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { usePanelModel } from "../state/panel-model";
import type { Text } from "../text/text";
import { useUi } from "../ui";
import { CardList } from "./CardList";
import { Skeleton } from "./Skeleton";
import { StateMessage } from "./StateMessage";

/** What the search found, or why there is nothing. */
export function SearchResults() {
  const { text, announce } = useUi();
  const view = usePanelModel().search.view.value;
  const summary = view.state === "answered" ? summaryOf(view.query, view.results.length, text) : null;
  useEffect(() => {
    if (summary) announce(summary);
  }, [summary, announce]);

  if (view.state === "failed") return <StateMessage icon={TriangleAlert} title={text.search.failed} />;
  if (view.state !== "answered") return <Skeleton label={text.search.searching} />;
  if (view.results.length === 0) {
    return <StateMessage icon={SearchX} title={text.search.noResult(view.query)} hint={text.search.noResultHint} />;
  }
  return (
    <>
      <p class="list-heading">{text.search.results(view.results.length)}</p>
      <CardList label={text.card.searchList} suggestions={view.results} ticketLanguage={null} />
    </>
  );
}

function summaryOf(query: string, count: number, text: Text): string {
  return count === 0 ? text.search.noResult(query) : text.search.results(count);
}
