type CapturePageProps = {
  /** Null: a new draft from the ticket in front. */
  draftId: string | null;
};

/** Writing an article from a ticket. */
export function CapturePage(_props: CapturePageProps) {
  return null;
}
