// The map.
export {};
