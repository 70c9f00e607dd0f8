import { useState } from "preact/hooks";
import type { ShownLesson } from "../../lib/worker/protocol";
import type { WholeText } from "../text/text";
import { Result } from "./CheckResult";
import type { OptionsProps } from "./OptionsPage";

type LessonListProps = Pick<OptionsProps, "lastLessons"> & { text: WholeText };

/** The newest lessons for the team, word for word as they leave this machine; read when they are asked for. */
export function LessonList({ text, lastLessons }: LessonListProps) {
  const [lessons, setLessons] = useState<ShownLesson[] | "failed" | null>(null);
  const wording = text.learning;

  async function read(): Promise<void> {
    // The agent is told; the cause lies in the browser's storage and is logged there.
    setLessons(await lastLessons().catch(() => "failed" as const));
  }

  return (
    <details class="lessons" onToggle={(event) => event.currentTarget.open && void read()}>
      <summary>{wording.show}</summary>
      {lessons === "failed" && <Result title={wording.showFailed} />}
      {lessons !== "failed" && lessons?.length === 0 && <p class="options-hint">{wording.none}</p>}
      {lessons !== "failed" && lessons !== null && lessons.length > 0 && (
        <>
          <p class="options-hint">{wording.listHint}</p>
          <ul class="lesson-list">
            {lessons.map((lesson, position) => (
              // Two lessons may be alike; the list is drawn whole each time.
              <Lesson key={position} lesson={lesson} text={text} />
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function Lesson({ lesson, text }: { lesson: ShownLesson; text: WholeText }) {
  const wording = text.learning;
  return (
    <li class="lesson">
      <p class="lesson-head">
        <strong>{lesson.articleTitle ?? lesson.articleId}</strong>
        <span>
          <time dateTime={lesson.day}>{lesson.day}</time> · {wording.kinds[lesson.kind]} ·{" "}
          {wording.states[lesson.state]}
        </span>
      </p>
      <p class="lesson-terms">{lesson.terms.join(" · ")}</p>
    </li>
  );
}
