package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.meguri.database.Ids;
import jp.meguri.directory.Unit;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.Responsibility;
import jp.meguri.events.goals.ImportEvent.OfferedEdition;
import jp.meguri.events.goals.ImportEvent.OfferedGrade;
import jp.meguri.events.goals.ImportEvent.OfferedNode;
import jp.meguri.events.goals.ImportEvent.OfferedResult;
import jp.meguri.events.goals.ImportEvent.OfferedScheme;
import jp.meguri.events.goals.ImportEvent.OfferedTerm;
import jp.meguri.events.goals.ImportEvent.OfferedUnit;
import jp.meguri.events.goals.ImportEvent.OrganisationOffered;
import jp.meguri.events.goals.ImportEvent.PlanOffered;
import jp.meguri.events.goals.ImportEvent.ResultsOffered;
import jp.meguri.goals.imports.ImportDraft.DraftGoal;
import jp.meguri.goals.imports.ImportDraft.DraftNode;
import jp.meguri.goals.imports.ImportDraft.DraftPlan;
import jp.meguri.goals.imports.ImportDraft.DraftResult;
import jp.meguri.goals.imports.ImportDraft.DraftScheme;
import jp.meguri.goals.imports.ImportDraft.DraftUnit;
import jp.meguri.goals.sheet.DraftedGoal;
import jp.meguri.goals.sheet.PlanDrafting;
import jp.meguri.goals.sheet.SheetPlan;
import jp.meguri.reading.layout.Width;
import jp.meguri.web.FieldError;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's document becomes: the plan with its ids, the rows of its sheet, and what
 * is offered to other services. An edition that was registered for another year keeps its
 * ids, and so does one the catalog has; a node is the same where title, code and the node
 * above agree, the code also where one of them has none.
 */
final class PlanParts {

	private final PlanTask task;

	private final SheetPlan plan;

	private final Map<UUID, UUID> nodes;

	private final Map<UUID, UUID> indicators;

	private final Map<String, DraftUnit> unitNamed = new HashMap<>();

	private final Map<String, UUID> created = new HashMap<>();

	/**
	 * @param known the same edition as registered for another year or as the catalog has
	 * it, or null
	 * @param indicators the city's indicators by the ids of the draft's
	 */
	PlanParts(PlanTask task, @Nullable SheetPlan known, Map<UUID, UUID> indicators) {
		this.task = task;
		this.indicators = indicators;
		SheetPlan named = task.named();
		this.nodes = (known != null) ? sameNodes(named.tree().nodes(), known.tree().nodes()) : Map.of();
		this.plan = (known != null) ? with(named, known) : named;
		UnitProposals present = new UnitProposals(task.city(), task.fiscalYear());
		for (DraftUnit unit : task.current().draft().organisation()) {
			String name = Width.key(unit.name());
			boolean create = unit.create() && unit.unit() == null && !unit.group();
			UUID there = create ? present.named(unit.name()) : unit.unit();
			this.unitNamed.putIfAbsent(name, new DraftUnit(unit.name(), there, false, unit.kind(), unit.group()));
			if (create && there == null) {
				this.created.putIfAbsent(name, Ids.next());
			}
		}
	}

	SheetPlan plan() {
		return this.plan;
	}

	List<PlanDrafting.Row> rows() {
		List<DraftGoal> goals = this.task.current().draft().goals();
		requireGradesOfTheScheme(goals);
		return IntStream.range(0, goals.size()).mapToObj((i) -> row(goals.get(i), i)).toList();
	}

	/** The parts for the other services, in the order they are sent. */
	List<ImportPart.Offer> offers(List<DraftedGoal> drafted) {
		List<ImportPart.Offer> offers = new ArrayList<>();
		offers.add(new ImportPart.Offer(1, ImportPart.Content.PLAN, plan(1)));
		if (!this.created.isEmpty()) {
			offers.add(new ImportPart.Offer(2, ImportPart.Content.ORGANISATION, organisation(2)));
		}
		List<OfferedResult> results = results(drafted);
		if (!results.isEmpty()) {
			int part = offers.size() + 1;
			offers.add(new ImportPart.Offer(part, ImportPart.Content.RESULTS,
					new ResultsOffered(this.task.current().id(), part, drafted.get(0).sheet(), this.task.planningUnit(),
							this.task.fiscalYear(), results, this.plan.edition())));
		}
		return offers;
	}

	private static Map<UUID, UUID> sameNodes(List<SheetPlan.Node> named, List<SheetPlan.Node> known) {
		Map<UUID, UUID> same = new HashMap<>();
		Set<UUID> taken = new HashSet<>();
		for (SheetPlan.Node node : named) {
			UUID parent = (node.parent() != null) ? same.getOrDefault(node.parent(), node.parent()) : null;
			known.stream()
				.filter((other) -> Objects.equals(other.parent(), parent) && isPrintedAlike(other, node))
				.map(SheetPlan.Node::id)
				.filter(taken::add)
				.findFirst()
				.ifPresent((id) -> same.put(node.id(), id));
		}
		return same;
	}

	private static boolean isPrintedAlike(SheetPlan.Node one, SheetPlan.Node other) {
		String code = Width.key(one.code());
		String otherCode = Width.key(other.code());
		return !one.title().isBlank() && Width.key(one.title()).equals(Width.key(other.title()))
				&& (code.isEmpty() || otherCode.isEmpty() || code.equals(otherCode));
	}

	private SheetPlan with(SheetPlan named, SheetPlan known) {
		List<SheetPlan.Node> tree = named.tree()
			.nodes()
			.stream()
			.map((node) -> new SheetPlan.Node(idOf(node.id()), idOrNull(node.parent()), node.level(), node.code(),
					node.title()))
			.toList();
		UUID scheme = (known.tree().scheme() != null) ? known.tree().scheme() : named.tree().scheme();
		return new SheetPlan(known.edition(), known.dimension(), known.planName(), known.name(), known.firstYear(),
				known.lastYear(), new SheetPlan.Tree(named.tree().levels(), tree, scheme));
	}

	private UUID idOf(UUID draftNode) {
		return this.nodes.getOrDefault(draftNode, draftNode);
	}

	private @Nullable UUID idOrNull(@Nullable UUID draftNode) {
		return (draftNode != null) ? idOf(draftNode) : null;
	}

	private PlanDrafting.Row row(DraftGoal goal, int i) {
		List<Responsibility> responsible = goal.content().responsibilities().stream().map(this::known).toList();
		UUID lead = responsible.stream()
			.filter((one) -> one.role() == Responsibility.Role.PRIMARY)
			.map(Responsibility::unit)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		GoalContent content = goal.content()
			.withResponsibilities(responsible)
			.withLeadSection(lead)
			.withLinks(links(goal.node()))
			.withTargets(IndicatorTies.tied(goal.content().targets(), this.indicators));
		return new PlanDrafting.Row(owner(responsible), goal.kind(), content, "/draft/goals/" + i + "/content");
	}

	private List<PlanLink> links(@Nullable UUID node) {
		return this.task.plan()
			.nodes()
			.stream()
			.filter((candidate) -> candidate.id().equals(node))
			.map((found) -> new PlanLink(Ids.next(), this.plan.dimension(), PlanLink.Choice.NODE, idOf(found.id()),
					found.code(), found.title()))
			.toList();
	}

	private Responsibility known(Responsibility printed) {
		String name = Width.key(printed.name());
		DraftUnit named = this.unitNamed.get(name);
		UUID unit = (named != null && named.unit() != null) ? named.unit() : this.created.get(name);
		return printed.group() ? printed : new Responsibility(printed.id(), printed.role(),
				(unit != null) ? unit : printed.unit(), printed.name(), false);
	}

	/**
	 * A body outside the city leads, but has no desk here: such a row, like one without a
	 * known lead, is the planning division's.
	 */
	private UUID owner(List<Responsibility> responsible) {
		return responsible.stream()
			.filter((one) -> one.role() == Responsibility.Role.PRIMARY)
			.filter((one) -> kindOf(one) != UnitKind.EXTERNAL_BODY)
			.map(Responsibility::unit)
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(this.task::planningUnit);
	}

	private UnitKind kindOf(Responsibility responsible) {
		DraftUnit named = this.unitNamed.get(Width.key(responsible.name()));
		UnitKind drafted = (named != null) ? named.kind() : UnitKind.SECTION;
		return Optional.ofNullable(responsible.unit()).flatMap(this.task.city()::unit).map(Unit::kind).orElse(drafted);
	}

	private PlanOffered plan(int part) {
		DraftPlan draft = this.task.plan();
		var edition = new OfferedEdition(this.plan.edition(), this.plan.planName(), this.plan.dimension(),
				this.plan.name(), this.plan.firstYear(), this.plan.lastYear(), draft.levelNames());
		Set<UUID> above = draft.nodes()
			.stream()
			.map(DraftNode::parent)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		Set<UUID> used = this.task.current()
			.draft()
			.goals()
			.stream()
			.map(DraftGoal::node)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		List<OfferedNode> nodes = draft.nodes()
			.stream()
			.map((node) -> new OfferedNode(idOf(node.id()), idOrNull(node.parent()), node.level(), node.path(),
					node.code(), node.title(), node.note(), used.contains(node.id()) || !above.contains(node.id())))
			.toList();
		return new PlanOffered(this.task.current().id(), part, edition, nodes, scheme(draft.gradingScheme()),
				draft.glossary().stream().map((term) -> new OfferedTerm(term.term(), term.definition())).toList());
	}

	private @Nullable OfferedScheme scheme(@Nullable DraftScheme scheme) {
		UUID id = this.plan.tree().scheme();
		return (scheme == null || id == null) ? null : new OfferedScheme(id, scheme.name(),
				scheme.grades().stream().map((grade) -> new OfferedGrade(grade.code(), grade.meaning())).toList());
	}

	private OrganisationOffered organisation(int part) {
		List<OfferedUnit> units = this.task.current()
			.draft()
			.organisation()
			.stream()
			.filter((unit) -> this.created.containsKey(Width.key(unit.name())))
			.map((unit) -> new OfferedUnit(Objects.requireNonNull(this.created.get(Width.key(unit.name()))),
					unit.name(), unit.kind(), null))
			.toList();
		return new OrganisationOffered(this.task.current().id(), part, this.task.fiscalYear(), units);
	}

	private List<OfferedResult> results(List<DraftedGoal> drafted) {
		List<DraftGoal> goals = this.task.current().draft().goals();
		return IntStream.range(0, goals.size())
			.filter((i) -> !goals.get(i).result().isEmpty())
			.mapToObj((i) -> new OfferedResult(drafted.get(i).id(), report(goals.get(i).result())))
			.toList();
	}

	private ReportContent report(DraftResult result) {
		UUID scheme = this.plan.tree().scheme();
		ReportContent.Grade grade = (result.grade() != null && scheme != null)
				? new ReportContent.Grade(scheme, result.grade().code(), "") : null;
		return new ReportContent(List.of(), result.achievements(), result.directions(), List.of(), List.of(), grade,
				result.nextStep(), result.progress(), result.issues(), result.processEvaluation(),
				result.improvements());
	}

	/** A grade means something in its scheme only (domain guide 3.4-7). */
	private void requireGradesOfTheScheme(List<DraftGoal> goals) {
		DraftScheme scheme = this.task.plan().gradingScheme();
		Set<String> codes = (scheme == null) ? Set.of()
				: scheme.grades().stream().map(ImportDraft.DraftGradeMeaning::code).collect(Collectors.toSet());
		List<FieldError> unknown = IntStream.range(0, goals.size())
			.filter((i) -> Optional.ofNullable(goals.get(i).result().grade())
				.filter((grade) -> !codes.contains(grade.code()))
				.isPresent())
			.mapToObj((i) -> FieldError.of("/draft/goals/" + i + "/result/grade/code", "choice"))
			.toList();
		if (!unknown.isEmpty()) {
			throw Problems.validation(unknown);
		}
	}

}
