package jp.meguri.goals.indicator;

import java.util.UUID;
import jp.meguri.reading.layout.Width;

/**
 * An indicator (指標) of a city.
 *
 * @param name e.g. 市税徴収率
 * @param unit the base unit in which its values are compared, e.g. 円, %, 人; empty for
 * none
 * @param direction whether more or less is better
 * @param kind whether its values may be added
 */
public record Indicator(UUID id, String name, String unit, Direction direction, Kind kind, long revision) {

	/** Equal for names that differ in width and blanks only. */
	public String key() {
		return key(this.name);
	}

	public static String key(String name) {
		return Width.key(name);
	}

	public enum Direction {

		MORE_IS_BETTER, LESS_IS_BETTER

	}

	public enum Kind {

		/** An amount or a count: parts add up to the whole. */
		AMOUNT,
		/** A rate or ratio, part of a whole: never added, compared in points. */
		RATIO

	}

}
