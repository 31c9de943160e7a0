package jp.meguri.reading.schedule;

/** What is said about a point in time. */
enum Tail {

	/** Nothing. */
	PLAIN,
	/** 令和6年度～. */
	WAVE,
	/** 3月から, 10月より. */
	FROM,
	/** 4月以降. */
	ONWARD,
	/** 平成23年度の人事異動から. */
	FROM_EVENT,
	/** 令和4年度までに. */
	BY,
	/** 令和3年度中に. */
	WITHIN,
	/** 12月末時点, 4月1日現在. */
	AS_OF,
	/** 7月開始. */
	START,
	/** 次年度に延期. */
	DEFERRED,
	/** 平成23年度、順次. */
	GRADUAL,
	/** 平成23年度から順次. */
	GRADUAL_FROM,
	/** 今年度末に記載. */
	PENDING,
	/** H27:54.3%, 平成30年度比. */
	BASELINE

}
