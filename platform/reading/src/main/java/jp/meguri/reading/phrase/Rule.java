package jp.meguri.reading.phrase;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A rule of a grammar: reads a meaning at one place of a text, or does not. Rules are put
 * together from smaller ones, the first alternative that matches is taken, and none looks
 * farther than a phrase is long; so reading a text takes time in proportion to its
 * length.
 *
 * @param <T> what it reads
 */
@FunctionalInterface
public interface Rule<T> {

	/** What stands at exactly this index, or null. */
	@Nullable Match<T> at(PhraseText text, int from);

	/** The characters it may begin with; any, if a rule does not say. */
	default Beginnings beginnings() {
		return Beginnings.ANY;
	}

	/** The same words with another meaning; where there is none (null), no match. */
	default <R> Rule<R> as(Function<? super T, ? extends @Nullable R> meaning) {
		return new Guarded<>(beginnings(), (text, from) -> {
			Match<T> match = at(text, from);
			R value = (match != null) ? meaning.apply(match.value()) : null;
			return (match != null && value != null) ? new Match<>(value, match.end()) : null;
		});
	}

	/** This and then the other; where both together have no meaning (null), no match. */
	default <U, R> Rule<R> then(Rule<U> next, BiFunction<? super T, ? super U, ? extends @Nullable R> meaning) {
		return new Guarded<>(beginnings().then(next.beginnings()), (text, from) -> {
			Match<T> first = at(text, from);
			Match<U> second = (first != null) ? next.at(text, first.end()) : null;
			if (first == null || second == null) {
				return null;
			}
			R value = meaning.apply(first.value(), second.value());
			return (value != null) ? new Match<>(value, second.end()) : null;
		});
	}

	/** This and then words that add nothing to its meaning. */
	default Rule<T> skip(Rule<?> words) {
		return then(words, (value, ignored) -> value);
	}

	/** Words that add nothing, and then the other. */
	default <U> Rule<U> lead(Rule<U> next) {
		return then(next, (ignored, value) -> value);
	}

	/** This, or else the other. */
	default Rule<T> or(Rule<? extends T> other) {
		return new Guarded<>(beginnings().or(other.beginnings()), (text, from) -> {
			Match<T> match = at(text, from);
			return (match != null) ? match : widen(other.at(text, from));
		});
	}

	/** This, or nothing, which means what is given. */
	default Rule<T> orElse(T absent) {
		return new Guarded<>(beginnings().orNothing(), (text, from) -> {
			Match<T> match = at(text, from);
			return (match != null) ? match : new Match<>(absent, from);
		});
	}

	/** This, if the other follows; the other is not consumed. */
	default Rule<T> before(Rule<?> next) {
		return new Guarded<>(beginnings(), (text, from) -> {
			Match<T> match = at(text, from);
			return (match != null && next.at(text, match.end()) != null) ? match : null;
		});
	}

	/** This, unless the other follows. */
	default Rule<T> notBefore(Rule<?> next) {
		return new Guarded<>(beginnings(), (text, from) -> {
			Match<T> match = at(text, from);
			return (match != null && next.at(text, match.end()) == null) ? match : null;
		});
	}

	/** This, unless it stands directly behind one of these characters. */
	default Rule<T> notBehind(IntPredicate character) {
		return new Guarded<>(beginnings(), (text, from) -> character.test(text.at(from - 1)) ? null : at(text, from));
	}

	/** This, tried only where one of these characters stands. */
	default Rule<T> beginning(IntPredicate characters) {
		return new Guarded<>(Beginnings.of(characters), this);
	}

	/** Only looked at: what it means, without consuming it. */
	default Rule<T> ahead() {
		return new Guarded<>(beginnings(), (text, from) -> {
			Match<T> match = at(text, from);
			return (match != null) ? new Match<>(match.value(), from) : null;
		});
	}

	/** This once or several times, but no more than that; means the last one. */
	default Rule<T> upTo(int times) {
		return new Guarded<>(beginnings(), (text, from) -> {
			Match<T> match = at(text, from);
			Match<T> next = match;
			for (int i = 1; i < times && next != null; i++) {
				next = at(text, next.end());
				match = (next != null) ? next : match;
			}
			return match;
		});
	}

	/** One of these words, the longest first; means itself. */
	static Rule<String> word(String... words) {
		return oneOf(Stream.of(words).distinct().collect(Collectors.toMap((w) -> w, (w) -> w)));
	}

	/** One of these words, the longest first, with what it means. */
	static <T> Rule<T> oneOf(Map<String, ? extends T> meanings) {
		return new Words<>(meanings);
	}

	/** The first of these that matches. */
	@SafeVarargs
	static <T> Rule<T> first(Rule<? extends T> alternative, Rule<? extends T>... others) {
		Rule<T> chosen = alternative.as((value) -> value);
		for (Rule<? extends T> other : others) {
			chosen = chosen.or(other);
		}
		return chosen;
	}

	/**
	 * A word with some characters before it, as in 「人事異動から」; means these characters,
	 * which may be none.
	 */
	static Rule<String> through(String word, int most, IntPredicate characters) {
		return new Guarded<>(Beginnings.of((c) -> c == word.charAt(0) || characters.test(c)), (text, from) -> {
			int at = from;
			while (!text.startsWith(word, at) && at - from < most && characters.test(text.at(at))) {
				at++;
			}
			return text.startsWith(word, at) ? new Match<>(text.chars(from, at), at + word.length()) : null;
		});
	}

	/** No character; matches everywhere. */
	static <T> Rule<T> nothing(T meaning) {
		return (text, from) -> new Match<>(meaning, from);
	}

	/** Words that may be missing. */
	static Rule<String> maybe(String... words) {
		return word(words).orElse("");
	}

	/**
	 * A whole run of digits with at most so many of them. Digits inside a longer run, or
	 * behind its decimal point or comma, are none.
	 */
	static Rule<Integer> integer(int mostDigits) {
		return new Digits(mostDigits, true);
	}

	/** The same also behind a point or comma, as in 26.8.29. */
	static Rule<Integer> digits(int mostDigits) {
		return new Digits(mostDigits, false);
	}

	private static <T> @Nullable Match<T> widen(@Nullable Match<? extends T> match) {
		return (match != null) ? new Match<>(match.value(), match.end()) : null;
	}

}
