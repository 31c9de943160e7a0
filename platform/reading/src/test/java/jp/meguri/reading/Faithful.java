package jp.meguri.reading;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * What holds for every reading of every document: texts are the source's characters, and
 * nothing is lost.
 */
public final class Faithful {

	private final String source;

	private final BitSet seen = new BitSet();

	private Faithful(String source) {
		this.source = source;
	}

	public static Reading read(String source) {
		Reading reading = DocumentReader.read(source);
		new Faithful(source).check(reading);
		return reading;
	}

	private void check(Reading reading) {
		passages(reading).forEach(this::passage);
		spans(reading).forEach(this::span);
		for (Leftover leftover : reading.leftovers()) {
			assertThat(leftover.text()).isEqualTo(leftover.span().of(this.source));
			span(leftover.span());
		}
		for (int i = 0; i < this.source.length(); i++) {
			char c = this.source.charAt(i);
			boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff'
					|| (c >= '\u200b' && c <= '\u200d');
			if (!blank && !this.seen.get(i)) {
				fail("character %d (%s) is nowhere", i, c);
			}
		}
	}

	private void span(Span span) {
		this.seen.set(span.start(), span.end());
	}

	/** The text is its spans, joined by nothing, one space or one line feed. */
	private void passage(Passage passage) {
		String rest = passage.text();
		int behind = 0;
		for (Span span : passage.spans()) {
			assertThat(span.start()).isGreaterThanOrEqualTo(behind);
			behind = span.end();
			String part = characters(this.source, span);
			if (!rest.startsWith(part) && !rest.isEmpty() && " \n".indexOf(rest.charAt(0)) >= 0) {
				rest = rest.substring(1);
			}
			assertThat(rest).startsWith(part);
			rest = rest.substring(part.length());
			span(span);
		}
		assertThat(rest).isEmpty();
	}

	/** The characters of a span, references such as {@code &amp;} decoded. */
	static String characters(String source, Span span) {
		String text = span.of(source);
		return text.contains("&") ? org.jsoup.parser.Parser.unescapeEntities(text, true) : text;
	}

	static List<Passage> passages(Reading reading) {
		return fields(reading, Passage.class);
	}

	private static List<Span> spans(Reading reading) {
		return fields(reading, Span.class);
	}

	/** Also in fields that are added to a draft later. */
	private static <T> List<T> fields(Reading reading, Class<T> type) {
		List<T> found = new ArrayList<>();
		Stream
			.of(reading.header(), reading.mission(), reading.policies(), reading.review(), reading.goals(),
					reading.plan())
			.forEach((field) -> collect(field, type, found));
		return found;
	}

	private static <T> void collect(@Nullable Object field, Class<T> type, List<T> found) {
		if (type.isInstance(field)) {
			found.add(type.cast(field));
		}
		else if (field instanceof Collection<?> all) {
			all.forEach((one) -> collect(one, type, found));
		}
		else if (field instanceof Map<?, ?> parts) {
			collect(parts.values(), type, found);
		}
		else if (field instanceof Record record && !(field instanceof Passage)) {
			for (RecordComponent component : record.getClass().getRecordComponents()) {
				collect(valueOf(component, record), type, found);
			}
		}
	}

	private static @Nullable Object valueOf(RecordComponent component, Record record) {
		try {
			return component.getAccessor().invoke(record);
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(ex);
		}
	}

}
