package jp.meguri.reading.schedule;

/**
 * An era (元号). Its years are counted on even beyond its end: 平成32年 is 2020.
 */
enum Era {

	REIWA(2018), HEISEI(1988), SHOWA(1925);

	private final int yearBefore;

	Era(int yearBefore) {
		this.yearBefore = yearBefore;
	}

	int year(int number) {
		return this.yearBefore + number;
	}

}
