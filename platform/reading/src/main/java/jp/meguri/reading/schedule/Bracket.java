package jp.meguri.reading.schedule;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What stands in brackets behind a year: 令和2年度(2020年度), 2020年度(令和2年度).
 *
 * @param year the same year in the other calendar, null without brackets
 * @param end the closing bracket, perhaps with ～ before it
 */
record Bracket(Year.@Nullable Named year, String end) {

	static final Bracket NONE = new Bracket(null, "");

	Year.Named behind(Year.Named named) {
		if (this.year == null) {
			return named;
		}
		Year.Named era = (named.era() != null) ? named : this.year;
		Year.Named western = (named.western() != null) ? named : this.year;
		return new Year.Named(era.era(), era.number(), western.western(), named.fiscal(), isOpen(), era.damaged());
	}

	/** The Western year tells the era of 4年度(2022年度). */
	Year behind(Year.Elided elided) {
		Integer western = (this.year != null) ? this.year.western() : null;
		if (western == null) {
			return elided;
		}
		Era era = Stream.of(Era.values()).filter((e) -> e.year(elided.number()) == western).findFirst().orElse(null);
		return new Year.Named(era, elided.number(), western, elided.fiscal(), isOpen(), era == null);
	}

	private boolean isOpen() {
		return this.end.startsWith("~");
	}

}
