package jp.meguri.review;

/**
 * What people do to a goal or a report on its way.
 */
public enum ReviewAction {

	EDIT("edit"), DELETE("delete"), SUBMIT("submit"), WITHDRAW("withdraw"), APPROVE("approve"),
	/** 修正して承認. */
	CORRECT_AND_APPROVE("correctAndApprove"),
	/** 差戻し. */
	RETURN("return"), COMMENT("comment"), CONFIRM("confirm"), PUBLISH("publish");

	private final String key;

	ReviewAction(String key) {
		this.key = key;
	}

	/** Its name in answers and message keys. */
	public String key() {
		return this.key;
	}

}
