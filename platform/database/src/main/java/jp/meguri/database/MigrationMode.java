package jp.meguri.database;

/**
 * When a service migrates its database ({@code meguri.migrate}).
 */
enum MigrationMode {

	/** Before anything uses the database. */
	ON_START,
	/** And then end: for an init container with a secret of its own. */
	ONLY,
	/** Somebody else does it. */
	NEVER

}
