package jp.meguri.faults.fault;

/**
 * How something breaks.
 */
public enum Mechanism {

	/** {@code kill -9} of a service. */
	SERVICE_KILLED,
	/** {@code kill -9} of PostgreSQL, or of one of its processes. */
	POSTGRES_KILLED,
	/** {@code kill -9} of the broker. */
	BROKER_KILLED,
	/** Everything killed at once. */
	ALL_KILLED,
	/** {@code SIGSTOP}, later {@code SIGCONT}. */
	FROZEN,
	/** The server does it, the reply is lost. */
	REPLY_SWALLOWED,
	/** The same, and then the process that waited for it is killed. */
	REPLY_SWALLOWED_AND_KILLED,
	/** Connections are reset. */
	RESET,
	/** Replies end in the middle. */
	CUT,
	/** Nothing goes through and nothing ends. */
	HALF_OPEN,
	/** Replies come late. */
	SLOW

}
