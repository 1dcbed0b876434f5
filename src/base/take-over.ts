type Touched = HTMLInputElement & HTMLDetailsElement;

/**
 * Empties a root that a server sent (declarative shadow root), so that it can be drawn by a script.
 *
 * @returns A function that does once more, in what was drawn since, what a reader did before there was a script: what they
 *   opened, chose and typed is there, and they are where they were. Things are known by their order.
 */
export function takeOver(root: ShadowRoot): () => void {
  const list = () => [...root.querySelectorAll<Touched>('a,button,details,input,summary')];
  // Noted now: outside a document Chromium forgets what was chosen.
  const left = list().map((was) => [was.open, was.checked, was.value, was === root.activeElement] as const);
  root.replaceChildren();
  return () =>
    list().forEach((now, index) => {
      const [open, checked, value = now.value, focused] = left[index] ?? [];
      if (open) now.open = open;
      // As the reader would, so that the widget answers.
      if (checked && !now.checked) now.click();
      if (value !== now.value) {
        now.value = value;
        now.dispatchEvent(new Event('input', { bubbles: true }));
      }
      if (focused) now.focus({ preventScroll: true });
    });
}
