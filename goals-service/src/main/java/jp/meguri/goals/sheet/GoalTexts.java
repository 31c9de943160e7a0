package jp.meguri.goals.sheet;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.Responsibility;
import jp.meguri.goals.phrase.ReadableText;

/**
 * The texts of a content.
 */
final class GoalTexts {

	private GoalTexts() {
	}

	/** All lists of blocks, by their name in the content. */
	static List<NamedBlocks> blocks(GoalContent content) {
		return List.of(new NamedBlocks("mission", content.mission()), new NamedBlocks("policies", content.policies()),
				new NamedBlocks("statement", content.statement()), new NamedBlocks("actions", content.actions()),
				new NamedBlocks("roadmap", content.roadmap()), new NamedBlocks("purpose", content.purpose()),
				new NamedBlocks("direction", content.direction()));
	}

	/** Everything readable in one normalised text, for search; never shown. */
	static String searchable(GoalContent content) {
		Stream<String> written = blocks(content).stream().flatMap((list) -> list.blocks().stream()).map(Block::text);
		Stream<String> printed = content.links().stream().map(PlanLink::title);
		Stream<String> targets = content.targets().stream().map(GoalTarget::text);
		Stream<String> named = content.responsibilities().stream().map(Responsibility::name);
		String all = Stream
			.of(Stream.of(content.code(), content.title()), written, printed, targets, named,
					content.references().stream())
			.flatMap((texts) -> texts)
			.collect(Collectors.joining("\n"));
		return Normalizer.normalize(all, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	/** The texts in which times and values may stand, in the order of the form. */
	static List<ReadableText> readable(GoalContent content) {
		Stream<ReadableText> written = blocks(content).stream()
			.flatMap((list) -> list.blocks().stream())
			.map((block) -> new ReadableText(block.id(), block.text()));
		Stream<ReadableText> targets = content.targets()
			.stream()
			.map((target) -> new ReadableText(target.id(), target.text()));
		return Stream.concat(written, targets).toList();
	}

	/** Whether anything is to be seen in the list. */
	static boolean hasText(List<Block> blocks) {
		return blocks.stream().anyMatch((block) -> hasText(block.text()));
	}

	static boolean hasText(String text) {
		return text.codePoints()
			.anyMatch((c) -> !Character.isWhitespace(c) && !Character.isSpaceChar(c)
					&& Character.getType(c) != Character.FORMAT && c != 0x3164);
	}

	record NamedBlocks(String name, List<Block> blocks) {
	}

}
