// What the browser keeps for the reader; nothing where it may not, as in files that are opened from a disk.
export function readKept(name) {
  try {
    return localStorage.getItem(`travaux-${name}`);
  } catch {
    return null;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(`travaux-${name}`, value);
  } catch {
    // it lasts as long as the page
  }
}
