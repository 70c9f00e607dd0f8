// @vitest-environment jsdom
/** Views whose code comes later. */
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { lazyView } from "../../components/lazy-view";

const Words = ({ say }: { say: string }) => <p>{say}</p>;

let place: HTMLElement;

beforeEach(() => {
  place = document.createElement("div");
});

test("draws at once what has been fetched before", async () => {
  const View = lazyView(async () => Words);
  await View.load();

  render(<View say="here" />, place);

  expect(place.textContent).toBe("here");
});

test("draws when the code has come", async () => {
  const View = lazyView(async () => Words);

  render(<View say="here" />, place);

  await vi.waitFor(() => expect(place.textContent).toBe("here"));
});

test("draws what comes after the first drawing and before its effects", async () => {
  const View = lazyView(async () => Words);

  // Effects wait for the next frame; somebody else asks for the code meanwhile.
  render(<View say="here" />, place);
  await View.load();

  await vi.waitFor(() => expect(place.textContent).toBe("here"));
});
