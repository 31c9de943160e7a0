package jp.meguri.goals.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.PhraseDecision;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.PlanLink.Choice;
import jp.meguri.events.content.Responsibility;
import jp.meguri.events.content.Tag;
import jp.meguri.web.FieldError;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a content may hold at any time, also as a draft. Whether it is complete is
 * {@link SubmissionRule}'s business.
 */
final class ContentRule {

	private static final int MOST_BLOCKS = 500;

	private static final int MOST_LINKS = 50;

	private static final int DEEPEST_LEVEL = 9;

	private static final TextRule TITLE = TextRule.line(200);

	private static final TextRule BODY = TextRule.body(10_000);

	private static final TextRule MARKER = TextRule.line(20);

	private static final TextRule CODE = TextRule.line(100);

	private static final TextRule PRINTED = TextRule.line(300);

	private static final TextRule DIMENSION = TextRule.name(100);

	private static final int MOST_TARGETS = 100;

	private static final int MOST_RESPONSIBLE = 100;

	private static final int MOST_REFERENCES = 50;

	private static final int MOST_READINGS = 1000;

	private static final int MOST_OCCURRENCES = 1000;

	private static final TextRule NAME = TextRule.name(200);

	private static final TextRule PHRASE = TextRule.name(300);

	private static final Pattern KIND = Pattern.compile("[A-Z_]{1,30}");

	private final Violations violations = new Violations();

	private final String at;

	private final Set<UUID> ids = new HashSet<>();

	private ContentRule(String at) {
		this.at = at;
	}

	/**
	 * Everything that is wrong with it.
	 * @param at JSON pointer of the content in the request
	 */
	static List<FieldError> broken(String at, GoalKind kind, GoalContent content) {
		var rule = new ContentRule(at);
		rule.checkParts(kind, content);
		rule.checkTitle(content);
		GoalTexts.blocks(content).forEach((list) -> rule.checkBlocks(list.name(), list.blocks()));
		rule.checkLinks(content.links());
		rule.checkPlanParts(content);
		rule.checkReadings(content.readings());
		return rule.violations.found();
	}

	// Each kind has its own part of the form.
	private void checkParts(GoalKind kind, GoalContent content) {
		boolean goal = kind != GoalKind.MISSION_AND_POLICIES;
		Map<String, Boolean> unused = Map.of("mission", !goal || content.mission().isEmpty(), "policies",
				!goal || content.policies().isEmpty(), "title", goal || isEmpty(content.title()), "tags",
				goal || content.tags().isEmpty(), "statement", goal || content.statement().isEmpty(), "actions",
				goal || content.actions().isEmpty(), "roadmap", goal || content.roadmap().isEmpty(), "links",
				goal || content.links().isEmpty(), "contributesTo",
				kind == GoalKind.ANNUAL_GOAL || content.contributesTo() == null);
		Map<String, Boolean> ofPlans = Map.of("purpose", goal || content.purpose().isEmpty(), "direction",
				goal || content.direction().isEmpty(), "targets", goal || content.targets().isEmpty(),
				"responsibilities", goal || content.responsibilities().isEmpty(), "references",
				goal || content.references().isEmpty(), "code", goal || content.code().isEmpty());
		ofPlans.forEach((part, holds) -> this.violations.check(holds, pointer(part), "not-of-this-kind"));
		unused.forEach((part, holds) -> this.violations.check(holds, pointer(part), "not-of-this-kind"));
	}

	private void checkTitle(GoalContent content) {
		this.violations.required(content.title(), pointer("title")).text(content.title(), pointer("title"), TITLE);
		boolean marks = content.tags().stream().allMatch((tag) -> tag == Tag.PRIORITY) && content.tags().size() <= 1;
		this.violations.check(marks, pointer("tags"), "tag-of-goal");
	}

	private void checkBlocks(String list, List<Block> blocks) {
		this.violations.check(blocks.size() <= MOST_BLOCKS, pointer(list), "too-many", MOST_BLOCKS);
		for (int i = 0; i < blocks.size() && i < MOST_BLOCKS; i++) {
			check(pointer(list) + "/" + i, blocks.get(i));
		}
	}

	private void check(String pointer, Block block) {
		checkId(pointer, block.id());
		this.violations.check(block.level() >= 0 && block.level() <= DEEPEST_LEVEL, pointer + "/level", "invalid");
		this.violations.required(block.marker(), pointer + "/marker").text(block.marker(), pointer + "/marker", MARKER);
		this.violations.required(block.text(), pointer + "/text").text(block.text(), pointer + "/text", BODY);
		this.violations.check(block.tags().size() <= 1 && !block.tags().contains(Tag.PRIORITY), pointer + "/tags",
				"tag-of-entry");
		this.violations.check(block.repeatOf() == null || !block.repeatOf().equals(block.id()), pointer + "/repeatOf",
				"invalid");
	}

	private void checkLinks(List<PlanLink> links) {
		this.violations.check(links.size() <= MOST_LINKS, pointer("links"), "too-many", MOST_LINKS);
		for (int i = 0; i < links.size() && i < MOST_LINKS; i++) {
			check(pointer("links") + "/" + i, links.get(i));
		}
		links.stream()
			.filter((link) -> link.dimension() != null)
			.collect(Collectors.groupingBy(PlanLink::dimension))
			.values()
			.forEach(this::checkDimension);
	}

	private void check(String pointer, PlanLink link) {
		checkId(pointer, link.id());
		this.violations.text(link.dimension(), pointer + "/dimension", DIMENSION);
		this.violations.required(link.choice(), pointer + "/choice");
		this.violations.required(link.code(), pointer + "/code").text(link.code(), pointer + "/code", CODE);
		this.violations.required(link.title(), pointer + "/title").text(link.title(), pointer + "/title", PRINTED);
		this.violations.check((link.choice() == Choice.NODE) == (link.node() != null), pointer + "/node", "link-node");
		boolean named = link.choice() != Choice.AS_PRINTED || !isEmpty(link.code()) || !isEmpty(link.title());
		this.violations.check(named, pointer + "/code", "required");
	}

	// Domain guide 3.4-2.
	private void checkDimension(List<PlanLink> links) {
		boolean none = links.stream().anyMatch((link) -> link.choice() == Choice.NO_LINK);
		this.violations.check(!none || links.size() == 1, pointer("links"), "no-link-excludes");
	}

	private void checkPlanParts(GoalContent content) {
		this.violations.text(content.code(), pointer("code"), CODE);
		// A target may cite an action by its letter; the reference resolves (domain guide
		// 3.4-11).
		Set<UUID> actions = content.actions().stream().map(Block::id).collect(Collectors.toSet());
		each("targets", content.targets(), MOST_TARGETS, (pointer, target) -> {
			checkId(pointer, target.id());
			this.violations.text(target.key(), pointer + "/key", CODE)
				.required(target.text(), pointer + "/text")
				.text(target.text(), pointer + "/text", BODY)
				.check(target.cites() == null || actions.contains(target.cites()), pointer + "/cites", "invalid");
		});
		each("responsibilities", content.responsibilities(), MOST_RESPONSIBLE, (pointer, responsible) -> {
			checkId(pointer, responsible.id());
			boolean leadingGroup = responsible.group() && responsible.role() == Responsibility.Role.PRIMARY;
			this.violations.required(responsible.role(), pointer + "/role")
				.text(responsible.name(), pointer + "/name", NAME)
				.check(!leadingGroup, pointer + "/role", "group-leads");
		});
		long leading = content.responsibilities()
			.stream()
			.filter((responsible) -> responsible.role() == Responsibility.Role.PRIMARY)
			.count();
		this.violations.check(leading <= 1, pointer("responsibilities"), "one-leads");
		each("references", content.references(), MOST_REFERENCES,
				(pointer, reference) -> this.violations.text(reference, pointer, PRINTED));
	}

	private void checkReadings(List<PhraseDecision> readings) {
		each("readings", readings, MOST_READINGS, (pointer, reading) -> {
			boolean none = reading.decision() == PhraseDecision.Decision.NONE;
			boolean inOrder = reading.start() == null || reading.end() == null
					|| !reading.end().isBefore(reading.start());
			this.violations.required(reading.block(), pointer + "/block")
				.text(reading.phrase(), pointer + "/phrase", PHRASE)
				.check(reading.occurrence() >= 1 && reading.occurrence() <= MOST_OCCURRENCES, pointer + "/occurrence",
						"invalid")
				.required(reading.decision(), pointer + "/decision")
				.check(none || (reading.kind() != null && KIND.matcher(reading.kind()).matches()), pointer + "/kind",
						"choice")
				.check(inOrder, pointer + "/end", "invalid");
		});
	}

	private <T> void each(String list, List<T> all, int most, BiConsumer<String, T> check) {
		this.violations.check(all.size() <= most, pointer(list), "too-many", most);
		for (int i = 0; i < all.size() && i < most; i++) {
			check.accept(pointer(list) + "/" + i, all.get(i));
		}
	}

	private void checkId(String pointer, @Nullable UUID id) {
		this.violations.required(id, pointer + "/id");
		this.violations.check(id == null || this.ids.add(id), pointer + "/id", "repeated");
	}

	private String pointer(String part) {
		return this.at + "/" + part;
	}

	private static boolean isEmpty(@Nullable String text) {
		return text == null || text.isEmpty();
	}

}
