package jp.meguri.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.PlanDraft.NodeDraft;
import jp.meguri.reading.draft.Reading;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sheets of invented cities in forms the readers were not made for. What each says is
 * written beside it ({@code .facts}: owner, field, text) and was written before it was
 * read. A reader may leave a fact, but then it stands in a leftover or remark; it may not
 * say another.
 */
class UnseenDocumentTest {

	private static final Path FOLDER = Path.of("src/test/resources/unseen");

	@ParameterizedTest
	@ValueSource(strings = { "goals-results.md", "goals-lines.txt", "goals-interim.txt", "plan-cards.md",
			"plan-lines.txt", "pdca-signs.md", "pdca-html.html", "progress-numbers.txt", "progress-cards.txt" })
	void formOfAnotherCity_isReadAsWritten(String name) throws IOException {
		List<String> expected = expected(name);
		Reading reading = Faithful.read(Files.readString(FOLDER.resolve(name)));

		List<String> said = said(reading);

		List<String> missing = new ArrayList<>(expected);
		said.forEach(missing::remove);
		List<String> wrong = new ArrayList<>(said);
		expected.forEach(wrong::remove);
		System.out.printf("%s: %d of %d facts%n", name, expected.size() - missing.size(), expected.size());
		assertThat(wrong).as("said and not so").isEmpty();
		assertThat(missing).as("not found").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "none-budget.md", "none-minutes.txt", "none-press.txt", "none-summary.md" })
	void documentOfNoFamily_isSaidToBeUnknown(String name) throws IOException {
		Reading reading = Faithful.read(Files.readString(FOLDER.resolve(name)));

		assertThat(reading.family()).isEqualTo(Reading.Family.UNKNOWN);
		assertThat(reading.remarks()).extracting("key").contains("family-unknown");
		assertThat(said(reading)).containsExactly("sheet\tfamily\tUNKNOWN");
	}

	private static List<String> expected(String name) throws IOException {
		Path facts = FOLDER.resolve(name.replaceFirst("[.][a-z]+$", ".facts"));
		return Files.readAllLines(facts).stream().map(UnseenDocumentTest::plain).toList();
	}

	private static String plain(String line) {
		return line.replaceAll("[ 　]+", "");
	}

	private static List<String> said(Reading reading) {
		List<String> said = new ArrayList<>();
		said.add("sheet\tfamily\t" + reading.family());
		if (reading.fiscalYear().value() != null) {
			said.add("sheet\tyear\t" + reading.fiscalYear().value());
		}
		add(said, "sheet", "unit", reading.header().unit().text());
		entries(said, "sheet", "mission", reading.mission());
		entries(said, "sheet", "policy", reading.policies());
		entries(said, "sheet", "review", reading.review());
		reading.goals().forEach((goal) -> goal(said, goal));
		if (reading.plan() != null) {
			for (NodeDraft node : reading.plan().nodes()) {
				add(said, "node " + node.level() + " " + node.code().text(), "title", node.title().text());
			}
			reading.plan().commitments().forEach((row) -> row(said, row));
		}
		return said.stream().map(UnseenDocumentTest::plain).toList();
	}

	private static void goal(List<String> said, GoalDraft goal) {
		String owner = goal.horizon() + " " + goal.number();
		add(said, owner, "title", goal.title().text());
		entries(said, owner, "body", goal.body());
		entries(said, owner, "roadmap", goal.roadmap());
		entries(said, owner, "achievement", goal.achievements());
		entries(said, owner, "direction", goal.directions());
		goal.links().forEach((link) -> add(said, owner, "link", link.code().text() + link.title().text()));
	}

	private static void row(List<String> said, CommitmentDraft row) {
		boolean numbered = !row.number().isEmpty();
		String owner = "row " + (numbered ? row.number().text() : row.title().text());
		add(said, numbered ? owner : "row -", "title", row.title().text());
		row.responsibilities().forEach((one) -> add(said, owner, one.role().name(), one.name().text()));
		row.texts().forEach((part, entries) -> entries(said, owner, part.name(), entries));
		row.targets().forEach((target) -> add(said, owner, "target", target.text().text().text()));
		row.phases().forEach((phase) -> {
			add(said, owner, "period", phase.period().text());
			entries(said, owner, "phase", phase.actions());
		});
		if (row.grade() != null) {
			add(said, owner, "grade", row.grade().code());
		}
		if (row.nextStep() != null) {
			add(said, owner, "step", row.nextStep().step().name());
		}
	}

	private static void entries(List<String> said, String owner, String field, List<Entry> entries) {
		entries.forEach((entry) -> add(said, owner, field, entry.text().text()));
	}

	private static void add(List<String> said, String owner, String field, String text) {
		if (!text.isEmpty()) {
			said.add(owner + "\t" + field + "\t" + text);
		}
	}

}
