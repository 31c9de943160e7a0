package jp.meguri.faults.load;

/**
 * What somebody does: a write, the service that does it, and the event it ends in.
 */
public enum What {

	CREATE("goals", "goal", "Drafted", true, true),

	EDIT("goals", "goal", "Edited", false, true),

	COMMENT("goals", "goal", "Commented", true, false),

	DELETE("goals", "goal", "Deleted", false, false),

	SUBMIT("goals", "goal", "Submitted", false, false),

	APPROVE("goals", "goal", "Approved", false, false),

	RETURN("goals", "goal", "Returned", false, false),

	CONFIRM("goals", "goal", "Confirmed", false, false),

	REPORT_EDIT("evaluation", "report", "Edited", false, true),

	REPORT_COMMENT("evaluation", "report", "Commented", true, false),

	REPORT_SUBMIT("evaluation", "report", "Submitted", false, false),

	REPORT_APPROVE("evaluation", "report", "Approved", false, false),

	REPORT_CONFIRM("evaluation", "report", "Confirmed", false, false);

	private final String database;

	private final String aggregate;

	private final String event;

	private final boolean keyed;

	private final boolean marked;

	What(String database, String aggregate, String event, boolean keyed, boolean marked) {
		this.database = database;
		this.aggregate = aggregate;
		this.event = event;
		this.keyed = keyed;
		this.marked = marked;
	}

	/** The database of the service that does it. */
	public String database() {
		return this.database;
	}

	/** The kind of thing it is done to. */
	public String aggregate() {
		return this.aggregate;
	}

	/** What the event says has happened. */
	public String event() {
		return this.event;
	}

	/**
	 * Whether it is sent with an Idempotency-Key, so that a repetition is the same one.
	 */
	public boolean isKeyed() {
		return this.keyed;
	}

	/** Whether the write's marker stands in the content afterwards. */
	public boolean isMarked() {
		return this.marked;
	}

}
