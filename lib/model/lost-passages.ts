/** The notes whose passage was gone when their page was last read: id → when it was first missed, ISO 8601. */
export type LostPassages = Readonly<Record<string, string>>;
