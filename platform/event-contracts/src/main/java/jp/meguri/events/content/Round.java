package jp.meguri.events.content;

/**
 * The rounds of a year (期首, 期中, 期末, 決算後); which ones are in use, a city decides.
 */
public enum Round {

	YEAR_START, INTERIM, YEAR_END, SETTLEMENT

}
