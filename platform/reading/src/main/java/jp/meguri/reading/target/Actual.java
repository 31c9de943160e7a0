package jp.meguri.reading.target;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.Span;

/**
 * One figure of a result (実績値), as read from its text. Domain guide 3.1 and 6.2.
 *
 * @param indicator what was counted or measured, or null where the text does not say
 * @param quantity how much, or null where the figure is withheld: printed as 「- %」
 * @param comparator a limit printed with it (超え, 以上, 約), or null
 * @param direction whether more or less of the indicator is better
 * @param period what time it is of
 * @param tone how the text takes it
 * @param beside values beside it
 * @param components values it is the sum of; deductions are below zero
 * @param remarks what a person should look at
 * @param span the expression, without the indicator
 * @param rawPhrase the expression's words
 */
public record Actual(@Nullable Indicator indicator, @Nullable Quantity quantity, @Nullable Comparator comparator,
		Direction direction, Period period, Tone tone, Besides beside, List<Figure> components, List<Remark> remarks,
		Span span, String rawPhrase) {

	public Actual {
		components = List.copyOf(components);
		remarks = List.copyOf(remarks);
	}

	/** Whether the text says that there is a figure and does not give it. */
	public boolean withheld() {
		return this.quantity == null;
	}

	/** How it was read, in few words, for the person who typed it. */
	public String describe(Locale locale) {
		return ActualWords.of(locale).describe(this);
	}

	Actual withComponents(List<Figure> newComponents, List<Remark> newRemarks) {
		return new Actual(this.indicator, this.quantity, this.comparator, this.direction, this.period, this.tone,
				this.beside, newComponents, newRemarks, this.span, this.rawPhrase);
	}

	/** How the text takes a figure. */
	public enum Tone {

		/** It is told. */
		PLAIN,
		/** 延べ: contacts are counted, not persons. */
		CONTACTS,
		/** に留まった: less than was hoped for. */
		SHORT,
		/** 6名増員: by how much it changed, below zero for less. */
		CHANGE

	}

	/**
	 * Values beside an actual; null where there is none.
	 *
	 * @param before the value it comes from: 47手続 in 「47手続から449手続」
	 * @param outOf what it is a part of: 25事業 in 「25事業中19事業」
	 * @param comparison how it compares with an earlier time
	 * @param reason why it is withheld, in the text's words
	 */
	public record Besides(@Nullable Figure before, @Nullable Figure outOf, @Nullable Comparison comparison,
			@Nullable Indicator reason) {

		static final Besides NONE = new Besides(null, null, null, null);

	}

	/**
	 * 前年同期比1.55倍, 対前年比617,290件.
	 *
	 * @param basis what it is compared with, as printed
	 * @param ratio how many times as much, or the change in the actual's unit
	 * @param difference whether it is a change and not a ratio
	 */
	public record Comparison(String basis, Quantity ratio, boolean difference) {
	}

}
