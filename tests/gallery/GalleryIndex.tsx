import { useSignal } from "@preact/signals";
import "./gallery.css";
import { PARTS, SCENES } from "./scenes";

const WIDTHS = ["320", "360", "480"];
const SCHEMES = ["light", "dark"];
const PANEL_HEIGHT = 585;
const OPTIONS = { width: 760, height: 900 };

/** All scenes by part, each in the widths and schemes that are ticked. Frames are loaded when they come into sight. */
export function GalleryIndex() {
  const widths = useSignal(WIDTHS);
  const schemes = useSignal(SCHEMES);
  const more = useSignal<string[]>([]);
  return (
    <div class="gallery">
      <header class="gallery-head">
        <h1>Gallery</h1>
        <Ticks legend="Width" choices={WIDTHS} chosen={widths} />
        <Ticks legend="Scheme" choices={SCHEMES} chosen={schemes} />
        <Ticks legend="Also" choices={["language=fr", "dir=rtl", "text=200"]} chosen={more} />
        <nav class="gallery-parts" aria-label="Parts">
          {Object.keys(PARTS).map((part) => (
            <a key={part} href={`#${anchorOf(part)}`}>
              {part}
            </a>
          ))}
        </nav>
      </header>
      {Object.entries(PARTS).map(([part, scenes]) => (
        <section key={part} id={anchorOf(part)}>
          <h2>{part}</h2>
          {Object.keys(scenes).map((name) => (
            <SceneRow key={name} name={name} widths={widths.value} schemes={schemes.value} more={more.value} />
          ))}
        </section>
      ))}
    </div>
  );
}

function anchorOf(part: string): string {
  return part.toLowerCase().replaceAll(" ", "-");
}

type TicksProps = { legend: string; choices: string[]; chosen: { value: string[] } };

function Ticks({ legend, choices, chosen }: TicksProps) {
  const toggle = (choice: string) => {
    chosen.value = choices.filter((each) => (each === choice) !== chosen.value.includes(each));
  };
  return (
    <fieldset class="gallery-ticks">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice}>
          <input type="checkbox" checked={chosen.value.includes(choice)} onChange={() => toggle(choice)} /> {choice}
        </label>
      ))}
    </fieldset>
  );
}

type SceneRowProps = { name: string; widths: string[]; schemes: string[]; more: string[] };

function SceneRow({ name, widths, schemes, more }: SceneRowProps) {
  const isOptions = SCENES[name]?.options !== undefined;
  const shown = isOptions ? [String(OPTIONS.width)] : widths;
  return (
    <article class="gallery-scene">
      <h3>
        <a href={`?scene=${name}`}>{name}</a>
      </h3>
      <div class="gallery-frames">
        {schemes.flatMap((scheme) =>
          shown.map((width) => {
            const address = `?${[`scene=${name}`, `scheme=${scheme}`, ...more].join("&")}`;
            return (
              <figure key={`${scheme} ${width}`}>
                <iframe
                  src={address}
                  title={`${name}, ${width} pixels, ${scheme}`}
                  loading="lazy"
                  width={width}
                  height={isOptions ? OPTIONS.height : PANEL_HEIGHT}
                  style={{ colorScheme: scheme }}
                />
                <figcaption>
                  <a href={address}>
                    {width} px, {scheme}
                  </a>
                </figcaption>
              </figure>
            );
          }),
        )}
      </div>
    </article>
  );
}
