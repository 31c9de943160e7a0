package jp.meguri.reading.schedule;

/** How exactly a schedule is said, the finest first. */
public enum Precision {

	DAY,
	/** 上旬, 中旬, 下旬. */
	DEKAD, MONTH,
	/** 四半期. */
	QUARTER,
	/** 上半期, 下半期, 前半, 後半. */
	HALF,
	/** A fiscal or calendar year, or several. */
	YEAR,
	/** No time is said. */
	NONE

}
