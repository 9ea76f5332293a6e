// Whether somebody is typing into a field, so that keys are letters and no commands.
export function isTyping(event) {
  return event.composedPath().some((one) => one instanceof Element && one.matches("input, select, textarea, [contenteditable]"));
}
