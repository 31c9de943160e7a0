package jp.meguri.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.provider.Arguments;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.Part;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.layout.Width;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressSheetTest {

	static Stream<Arguments> markups() {
		return Stream.of(markup("HTML paragraphs", ProgressSheetTest::asHtml),
				markup("Markdown headings", ProgressSheetTest::asMarkdown),
				markup("full width", ProgressSheetTest::inFullWidth),
				markup("CRLF", (sheet) -> sheet.replace("\n", "\r\n")));
	}

	private static Arguments markup(String name, UnaryOperator<String> markup) {
		return Arguments.of(name, markup);
	}

	/** Each stretch without a blank line is a paragraph, its lines are broken by tags. */
	private static String asHtml(String sheet) {
		return Arrays.stream(sheet.split("\\n\\s*\\n"))
			.map((block) -> "<p>" + block.strip().replaceAll("\\s*\\n\\s*", "<br>") + "</p>")
			.collect(Collectors.joining("\n", "<html><body>\n", "\n</body></html>\n"));
	}

	private static String asMarkdown(String sheet) {
		return sheet.lines()
			.map((line) -> line.matches("基本(目標|施策).*[Ｐ）].*") ? "## " + line : line)
			.collect(Collectors.joining("\n"));
	}

	private static String inFullWidth(String sheet) {
		StringBuilder wide = new StringBuilder();
		for (char c : sheet.toCharArray()) {
			wide.append(("0123456789().:".indexOf(c) >= 0) ? (char) (c - '!' + '！') : c);
		}
		return wide.toString();
	}

	/** Everything but the places. */
	static List<String> shape(Reading reading) {
		PlanDraft plan = reading.plan();
		assertThat(plan).isNotNull();
		List<String> shape = new ArrayList<>();
		plan.nodes().forEach((node) -> shape.add(node.level() + Width.key(node.title().text()) + node.path()));
		for (CommitmentDraft item : plan.commitments()) {
			shape.add(Width.key(item.title().text()));
			item.responsibilities().forEach((lead) -> shape.add(lead.role() + Width.key(lead.name().text())));
			for (Part part : Part.values()) {
				shape.add(part + Width.key(item.text(part)
					.stream()
					.map((entry) -> entry.marker() + entry.text().text())
					.collect(Collectors.joining())));
			}
			shape.add(((item.grade() != null) ? item.grade().code() : "-")
					+ ((item.nextStep() != null) ? item.nextStep().step() : "-"));
		}
		return shape;
	}

}
