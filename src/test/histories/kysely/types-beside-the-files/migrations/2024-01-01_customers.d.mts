export declare function up(db: unknown): Promise<void>;
