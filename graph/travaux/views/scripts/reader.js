// The reader of documents.
export {};
