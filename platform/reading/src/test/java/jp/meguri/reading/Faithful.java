package jp.meguri.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.LinkDraft;
import jp.meguri.reading.draft.Mark;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Span;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every reading of every document: texts are the source's characters, and
 * nothing is lost.
 */
final class Faithful {

	private final String source;

	private final BitSet seen = new BitSet();

	private Faithful(String source) {
		this.source = source;
	}

	static Reading read(String source) {
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
			assertThat(blank || this.seen.get(i)).as("character %d (%s) is somewhere", i, c).isTrue();
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
			String part = characters(span);
			if (!rest.startsWith(part) && !rest.isEmpty() && " \n".indexOf(rest.charAt(0)) >= 0) {
				rest = rest.substring(1);
			}
			assertThat(rest).startsWith(part);
			rest = rest.substring(part.length());
			span(span);
		}
		assertThat(rest).isEmpty();
	}

	private String characters(Span span) {
		String text = span.of(this.source);
		return text.contains("&") ? org.jsoup.parser.Parser.unescapeEntities(text, true) : text;
	}

	static List<Passage> passages(Reading reading) {
		List<Passage> all = new ArrayList<>();
		all.add(reading.header().unit());
		all.add(reading.header().position());
		all.add(reading.header().holderName());
		all.addAll(reading.header().captions());
		List.of(reading.mission(), reading.policies(), reading.review())
			.forEach((entries) -> entries.forEach((entry) -> all.add(entry.text())));
		for (GoalDraft goal : reading.goals()) {
			all.add(goal.printedNumber());
			all.add(goal.title());
			lists(goal).forEach((entries) -> entries.forEach((entry) -> all.add(entry.text())));
			for (LinkDraft link : goal.links()) {
				all.add(link.code());
				all.add(link.title());
			}
		}
		return all;
	}

	private static List<List<Entry>> lists(GoalDraft goal) {
		return List.of(goal.body(), goal.roadmap(), goal.achievements(), goal.directions());
	}

	private static List<Span> spans(Reading reading) {
		List<Entry> entries = new ArrayList<>();
		List.of(reading.mission(), reading.policies(), reading.review()).forEach(entries::addAll);
		List<Span> spans = new ArrayList<>();
		for (GoalDraft goal : reading.goals()) {
			lists(goal).forEach(entries::addAll);
			goal.tags().stream().map(Mark::span).forEach(spans::add);
		}
		entries.stream().map(Entry::markerSpan).filter(java.util.Objects::nonNull).forEach((span) -> spans.add(span));
		return spans;
	}

}
