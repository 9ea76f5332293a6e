// The search while one types.
export {};
