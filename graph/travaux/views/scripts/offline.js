// The explorer in one file.
export {};
