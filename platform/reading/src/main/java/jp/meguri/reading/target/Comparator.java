package jp.meguri.reading.target;

/**
 * How a value relates to its target. Domain guide 6.1.
 */
public enum Comparator {

	/** 以上. */
	GE("≥", "%s以上", "at least %s"),
	/** 以下, 以内. */
	LE("≤", "%s以下", "at most %s"),
	/** 超. */
	GT(">", "%s超", "more than %s"),
	/** 未満, 〈. */
	LT("<", "%s未満", "less than %s"),
	/** ちょうど. */
	EQ("=", "ちょうど%s", "exactly %s"),
	/** 程度, 約; within {@link Target#TOLERANCE_PERCENT}. */
	APPROX("≈", "%s程度", "about %s"),
	/** すべて, 全: every member of a population. */
	ALL("∀", "すべて", "all"),
	/** 増加: a direction without a number. */
	UP("↑", "増加", "increase"),
	/** 減少: a direction without a number. */
	DOWN("↓", "減少", "decrease"),
	/** ゼロに近づける: a direction without a number. */
	ZERO("→0", "ゼロに近づける", "toward zero"),
	/** 数値的な目標を設定せず: said, and different from silence. */
	NONE("–", "数値目標なし", "no numeric target by decision"),
	/** 1名を増員: a change against a baseline; the quantity is signed. */
	DELTA("±", "%s", "change by %s");

	private final String symbol;

	private final String ja;

	private final String en;

	Comparator(String symbol, String ja, String en) {
		this.symbol = symbol;
		this.ja = ja;
		this.en = en;
	}

	public String symbol() {
		return this.symbol;
	}

	/** Whether a quantity belongs to it. */
	public boolean hasQuantity() {
		return switch (this) {
			case GE, LE, GT, LT, EQ, APPROX, DELTA -> true;
			case ALL, UP, DOWN, ZERO, NONE -> false;
		};
	}

	String ja(String quantity) {
		return String.format(this.ja, quantity);
	}

	String en(String quantity) {
		return String.format(this.en, quantity);
	}

}
