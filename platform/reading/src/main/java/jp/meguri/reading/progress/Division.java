package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.entries.EntryList;
import jp.meguri.reading.entries.Marker;

/**
 * Progress and issues of one item stood beside each other; in the text they follow one
 * another without a sign. The place between them shows by a change of spacing or of
 * lists, or because there are only two paragraphs; else the ends of the sentences may
 * tell.
 *
 * @param progress lines of 取組状況
 * @param issues lines of 課題・改善点
 * @param byWords whether only words told them apart
 */
record Division(List<Line> progress, List<Line> issues, boolean byWords) {

	private static final Pattern ISSUE = Pattern
		.compile("(課題|必要|必要がある|必要である|不足|検討する|努める|いく|いきたい|図る|めざす|目指す" + "|進める|求められている|望まれる|いない|である)。?");

	/** Divides the lines, or gives null where nothing tells. */
	static @Nullable Division of(List<Line> lines) {
		List<List<Line>> chunks = chunks(lines);
		if (chunks.size() == 2) {
			return at(chunks, 1, false);
		}
		List<Integer> strong = IntStream.range(1, chunks.size())
			.filter((i) -> differ(chunks.get(i - 1), chunks.get(i)))
			.boxed()
			.toList();
		if (strong.size() == 1) {
			return at(chunks, strong.get(0), false);
		}
		int first = (int) chunks.stream().takeWhile((chunk) -> !endsAsIssue(chunk)).count();
		boolean told = strong.isEmpty() && first > 0 && first < chunks.size()
				&& chunks.subList(first, chunks.size()).stream().allMatch(Division::endsAsIssue);
		return told ? at(chunks, first, true) : null;
	}

	private static Division at(List<List<Line>> chunks, int index, boolean byWords) {
		return new Division(chunks.subList(0, index).stream().flatMap(List::stream).toList(),
				chunks.subList(index, chunks.size()).stream().flatMap(List::stream).toList(), byWords);
	}

	/**
	 * Paragraphs. Where every line is followed by a blank one, a paragraph is a sentence.
	 */
	static List<List<Line>> chunks(List<Line> lines) {
		List<List<Line>> chunks = new ArrayList<>();
		for (Line line : lines) {
			if (chunks.isEmpty() || isBoundary(chunks.get(chunks.size() - 1), line)) {
				chunks.add(new ArrayList<>());
			}
			chunks.get(chunks.size() - 1).add(line);
		}
		return chunks;
	}

	private static boolean isBoundary(List<Line> above, Line below) {
		Line last = above.get(above.size() - 1);
		boolean spaced = above.size() == 1 || last.afterBlank();
		return below.afterBlank() && (!spaced || EntryList.endsSentence(last.run()) || isEntry(below));
	}

	private static boolean isEntry(Line line) {
		return Marker.at(line.folded(), 0) != null;
	}

	private static boolean differ(List<Line> above, List<Line> below) {
		boolean spacing = above.size() > 1 && below.size() > 1
				&& above.get(1).afterBlank() != below.get(1).afterBlank();
		return spacing || isEntry(above.get(0)) != isEntry(below.get(0));
	}

	private static boolean endsAsIssue(List<Line> chunk) {
		var matcher = ISSUE.matcher(chunk.get(chunk.size() - 1).folded());
		String end = chunk.get(chunk.size() - 1).folded();
		while (matcher.find()) {
			if (matcher.end() == end.length()) {
				return true;
			}
		}
		return false;
	}

}
