package jp.meguri.reading.target;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Span;

/**
 * A quantity that belongs to a target or an actual: its baseline, one of its parts, the
 * value it is compared with.
 *
 * @param indicator what it says about itself (H27, 現在, 貸付額), or null
 * @param quantity how much
 * @param approximate whether it is printed as 約 or 程度
 * @param span where it stands
 * @param rawPhrase the words
 */
public record Figure(@Nullable Indicator indicator, Quantity quantity, boolean approximate, Span span,
		String rawPhrase) {
}
