/**
 * The number of the schema that this program writes into the page's database: one more for each migration
 * (`renderer/record/migrations.ts`). The shell compares it too, before any window opens.
 */
export const SCHEMA = 2;
