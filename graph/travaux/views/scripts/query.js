// The editor of queries.
export {};
