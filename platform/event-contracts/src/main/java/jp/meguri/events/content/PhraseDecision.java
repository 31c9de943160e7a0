package jp.meguri.events.content;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about a phrase of time in a text (7月～3月). It holds as long as the
 * block still has that phrase.
 *
 * @param block the block, or the target, the phrase stands in
 * @param phrase its words
 * @param occurrence 1 for the first time these words stand in the block
 * @param decision what was said
 * @param kind the kind of schedule as confirmed or corrected, e.g. {@code MONTH_RANGE};
 * null for {@code NONE}
 * @param start first day, or null where there is none
 * @param end last day (inclusive), or null where it is open or there is none
 */
public record PhraseDecision(UUID block, String phrase, int occurrence, Decision decision, @Nullable String kind,
		@Nullable LocalDate start, @Nullable LocalDate end) {

	/**
	 * The reading is right, other days are meant, or the phrase is no schedule at all
	 * (日付ではない).
	 */
	public enum Decision {

		CONFIRMED, CORRECTED, NONE

	}

}
