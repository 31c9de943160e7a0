package jp.meguri.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jp.meguri.reading.draft.Span;

/**
 * What a person marked in a real document: {@code gold/*-phrases.tsv}, described in the
 * README beside these files.
 *
 * @param schedules schedule expressions, in the order of the document
 * @param targets targets, in the order of the document
 * @param actuals figures of results, in the order of the document
 */
public record GoldPhrases(List<GoldSchedule> schedules, List<GoldTarget> targets, List<GoldActual> actuals) {

	/** Stands in a column that has nothing to say. */
	static final String NONE = "-";

	private static final int SCHEDULE_COLUMNS = 6;

	private static final int TARGET_COLUMNS = 8;

	private static final int ACTUAL_COLUMNS = 7;

	/** The list of a document, if it has been written. */
	public static Optional<GoldPhrases> of(RealDocument document) {
		String name = "/gold/" + document.name().toLowerCase(Locale.ROOT) + "-phrases.tsv";
		try (InputStream in = GoldPhrases.class.getResourceAsStream(name)) {
			return (in == null) ? Optional.empty()
					: Optional.of(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads a list.
	 * @throws IllegalArgumentException naming the line that is not in the format
	 */
	static GoldPhrases parse(String tsv) {
		GoldPhrases phrases = new GoldPhrases(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		Span previous = new Span(0, 0);
		for (String line : tsv.lines().filter((text) -> !text.startsWith("#")).toList()) {
			try {
				Span span = phrases.add(line.split("\t", -1));
				if (span.start() < previous.start()) {
					throw new IllegalArgumentException("not sorted");
				}
				previous = span;
			}
			catch (RuntimeException ex) {
				throw new IllegalArgumentException("line: " + line, ex);
			}
		}
		return phrases;
	}

	private Span add(String[] columns) {
		Span span = new Span(Integer.parseInt(columns[0]), Integer.parseInt(columns[1]));
		switch (columns[2]) {
			case "SCHEDULE" -> this.schedules.add(GoldSchedule.of(span, fields(columns, SCHEDULE_COLUMNS)));
			case "TARGET" -> this.targets.add(GoldTarget.of(span, fields(columns, TARGET_COLUMNS)));
			case "ACTUAL" -> this.actuals.add(GoldActual.of(span, fields(columns, ACTUAL_COLUMNS)));
			default -> throw new IllegalArgumentException(columns[2]);
		}
		return span;
	}

	/** The columns behind the third; an empty last one may be missing. */
	private static List<String> fields(String[] columns, int expected) {
		if (columns.length != expected && columns.length != expected - 1) {
			throw new IllegalArgumentException(columns.length + " columns");
		}
		List<String> fields = new ArrayList<>(Arrays.asList(columns).subList(3, columns.length));
		if (columns.length < expected) {
			fields.add("");
		}
		return fields;
	}

}
