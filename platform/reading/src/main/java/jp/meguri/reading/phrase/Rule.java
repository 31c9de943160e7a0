package jp.meguri.reading.phrase;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
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

	/** The same words with another meaning; where there is none (null), no match. */
	default <R> Rule<R> as(Function<? super T, ? extends @Nullable R> meaning) {
		return (text, from) -> {
			Match<T> match = at(text, from);
			R value = (match != null) ? meaning.apply(match.value()) : null;
			return (match != null && value != null) ? new Match<>(value, match.end()) : null;
		};
	}

	/** This and then the other; where both together have no meaning (null), no match. */
	default <U, R> Rule<R> then(Rule<U> next, BiFunction<? super T, ? super U, ? extends @Nullable R> meaning) {
		return (text, from) -> {
			Match<T> first = at(text, from);
			Match<U> second = (first != null) ? next.at(text, first.end()) : null;
			if (first == null || second == null) {
				return null;
			}
			R value = meaning.apply(first.value(), second.value());
			return (value != null) ? new Match<>(value, second.end()) : null;
		};
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
		return (text, from) -> {
			Match<T> match = at(text, from);
			return (match != null) ? match : widen(other.at(text, from));
		};
	}

	/** This, or nothing, which means what is given. */
	default Rule<T> orElse(T absent) {
		return (text, from) -> {
			Match<T> match = at(text, from);
			return (match != null) ? match : new Match<>(absent, from);
		};
	}

	/** This, if the other follows; the other is not consumed. */
	default Rule<T> before(Rule<?> next) {
		return (text, from) -> {
			Match<T> match = at(text, from);
			return (match != null && next.at(text, match.end()) != null) ? match : null;
		};
	}

	/** This, unless the other follows. */
	default Rule<T> notBefore(Rule<?> next) {
		return (text, from) -> {
			Match<T> match = at(text, from);
			return (match != null && next.at(text, match.end()) == null) ? match : null;
		};
	}

	/** One of these words, the longest first; means itself. */
	static Rule<String> word(String... words) {
		return oneOf(Stream.of(words).distinct().collect(Collectors.toMap((w) -> w, (w) -> w)));
	}

	/** One of these words, the longest first, with what it means. */
	static <T> Rule<T> oneOf(Map<String, ? extends T> meanings) {
		List<? extends Map.Entry<String, ? extends T>> longestFirst = meanings.entrySet()
			.stream()
			.sorted(Comparator.comparingInt((Map.Entry<String, ? extends T> entry) -> -entry.getKey().length()))
			.toList();
		return (text, from) -> {
			for (Map.Entry<String, ? extends T> entry : longestFirst) {
				if (text.startsWith(entry.getKey(), from)) {
					return new Match<>(entry.getValue(), from + entry.getKey().length());
				}
			}
			return null;
		};
	}

	/** The first of these that matches. */
	@SafeVarargs
	static <T> Rule<T> first(Rule<? extends T>... alternatives) {
		Rule<T> chosen = (text, from) -> null;
		for (Rule<? extends T> alternative : alternatives) {
			chosen = chosen.or(alternative);
		}
		return chosen;
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
		return new Digits(mostDigits);
	}

	/** A rule that is defined further down. */
	static <T> Rule<T> later(Supplier<Rule<T>> rule) {
		return (text, from) -> rule.get().at(text, from);
	}

	private static <T> @Nullable Match<T> widen(@Nullable Match<? extends T> match) {
		return (match != null) ? new Match<>(match.value(), match.end()) : null;
	}

}
