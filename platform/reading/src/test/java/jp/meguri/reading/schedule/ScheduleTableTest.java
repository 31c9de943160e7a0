package jp.meguri.reading.schedule;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.phrase.PlanPeriod;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of schedule expressions, {@code schedules.tsv}. */
class ScheduleTableTest {

	@ParameterizedTest(name = "{1}")
	@CsvFileSource(resources = "/schedules.tsv", delimiter = '\t', quoteCharacter = '\u0001', maxCharsPerColumn = 8192)
	void expression_meansItsRow(String context, String text, String entries) {
		List<ScheduleEntry> read = ScheduleReader.read(text, context(context));
		assertThat(read.stream().flatMap(ScheduleEntry::atoms).map(ScheduleTableTest::line).toList())
			.isEqualTo(entries.equals("-") ? List.of() : List.of(entries.split(" \\+ ")));
	}

	private static PhraseContext context(String context) {
		String[] parts = context.split("[:-]");
		PlanPeriod plan = (parts.length == 3) ? new PlanPeriod(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
				: null;
		return new PhraseContext(Integer.parseInt(parts[0]), plan);
	}

	private static String line(ScheduleEntry entry) {
		StringBuilder line = new StringBuilder(entry.kind() + " " + days(entry) + " " + entry.precision());
		if (entry.recurrence() != null) {
			line.append(" every=").append(entry.recurrence());
		}
		if (!entry.label().isEmpty()) {
			line.append(" label=").append(entry.label());
		}
		for (Milestone milestone : entry.milestones()) {
			line.append((milestone.edge() == Milestone.Edge.DUE) ? " due=" + milestone.last()
					: " start=" + milestone.first());
		}
		if (entry.carryOver()) {
			line.append(" carryOver");
		}
		return line.append(entry.notes().stream().sorted().map((note) -> " " + note).collect(Collectors.joining()))
			.toString();
	}

	private static String days(ScheduleEntry entry) {
		if (entry.start() == null && entry.end() == null) {
			return "-";
		}
		return ((entry.start() != null) ? entry.start() : "..") + "/" + ((entry.end() != null) ? entry.end() : "..");
	}

}
