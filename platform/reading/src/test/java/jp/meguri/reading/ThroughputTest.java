package jp.meguri.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.schedule.ScheduleEntry;
import jp.meguri.reading.schedule.ScheduleReader;
import jp.meguri.reading.target.ActualReader;
import jp.meguri.reading.target.TargetReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How fast a core imports documents and reads phrases, printed beside the splitting of
 * the same text into lines: a measure for people, a slow machine fails nothing. Time is
 * the thread's processor time; the best of several runs counts. Without
 * {@code -Dmeguri.throughput.runs=7} each text is read once, cold, to see that it can be.
 */
class ThroughputTest {

	private static final PhraseContext CONTEXT = PhraseContext.of(2024);

	private static final int RUNS = Integer.getInteger("meguri.throughput.runs", 1);

	private static final int COPIES = (RUNS > 1) ? 20 : 3;

	/** The invented sheets, one of each family and another goal sheet. */
	private static final List<String> SHEETS = Stream
		.of("civic-2025", "environment-2026", "reform-2025", "results-2024", "progress-2024")
		.map((name) -> resource("/nagisa/" + name + ".txt"))
		.toList();

	@Test
	void importOfInventedSheets_isPrintedBesideSplitting() {
		report("import, invented sheets", SHEETS);
	}

	@ParameterizedTest
	@EnumSource
	void importOfARealDocument_isPrintedBesideSplitting(RealDocument document) {
		report("import, " + document, List.of(document.text()));
	}

	private static void report(String what, List<String> documents) {
		List<byte[]> files = documents.stream().map((text) -> text.getBytes(StandardCharsets.UTF_8)).toList();
		long characters = (long) COPIES * documents.stream().mapToInt(String::length).sum();
		double reading = secondsOf(() -> copies(files, ThroughputTest::fields));
		double splitting = secondsOf(() -> copies(files, ThroughputTest::lines));
		System.out.printf(Locale.ROOT,
				"%s: %,d characters in %.0f ms: %,.0f characters/s; split into lines: %,.0f characters/s%n", what,
				characters, reading * 1000, characters / reading, characters / splitting);
	}

	private static long copies(List<byte[]> files, ToLongFunction<byte[]> work) {
		long found = 0;
		for (int copy = 0; copy < COPIES; copy++) {
			found += files.stream().mapToLong(work).sum();
		}
		return found;
	}

	private static long fields(byte[] file) {
		Reading reading = DocumentReader.read(SourceDocument.decode("sheet.txt", file));
		assertThat(reading.family()).isNotEqualTo(Reading.Family.UNKNOWN);
		return reading.remarks().size() + reading.goals().size() + reading.leftovers().size();
	}

	private static long lines(byte[] file) {
		return lines(new String(file, StandardCharsets.UTF_8));
	}

	@Test
	void phrases_arePrintedBesideSplitting() {
		String text = String.join("\n", SHEETS).repeat(COPIES);
		double splitting = secondsOf(() -> lines(text));
		report("schedule phrases", text, splitting,
				(all) -> ScheduleReader.read(all, CONTEXT).stream().flatMap(ScheduleEntry::atoms).count());
		report("target phrases", text, splitting, (all) -> TargetReader.read(all, CONTEXT).size());
		report("figures of results", text, splitting, (all) -> ActualReader.read(all, CONTEXT).size());
	}

	private static void report(String what, String text, double splitting, ToLongFunction<String> work) {
		long found = work.applyAsLong(text);
		double reading = secondsOf(() -> work.applyAsLong(text));
		System.out.printf(Locale.ROOT,
				"%s: %,d in %,d characters in %.0f ms: %,.0f/s, %,.0f characters/s; split into lines: %,.0f characters/s%n",
				what, found, text.length(), reading * 1000, found / reading, text.length() / reading,
				text.length() / splitting);
		assertThat(found).isGreaterThan(COPIES);
	}

	private static long lines(String text) {
		List<String> lines = new ArrayList<>();
		text.lines().filter((line) -> !line.isBlank()).forEach(lines::add);
		return lines.size();
	}

	private static double secondsOf(LongSupplier work) {
		long best = Long.MAX_VALUE;
		for (int run = 0; run < RUNS; run++) {
			long start = cpuTime();
			assertThat(work.getAsLong()).isPositive();
			best = Math.min(best, cpuTime() - start);
		}
		return best / 1e9;
	}

	/** Of this thread: other work of the machine does not count. */
	private static long cpuTime() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	private static String resource(String name) {
		try (InputStream in = ThroughputTest.class.getResourceAsStream(name)) {
			assertThat(in).as(name).isNotNull();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
