package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.meguri.database.Ids;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.Tag;
import jp.meguri.goals.imports.ImportDraft.DraftGoal;
import jp.meguri.goals.imports.ImportDraft.DraftResult;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.LinkDraft;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.Reading;

/**
 * Turns a reading into a draft of our own contents and gives every part an id.
 */
final class DraftMaker {

	private final BlockMaker blocks = new BlockMaker();

	private final Reading reading;

	private final ImportDraft draft;

	DraftMaker(Reading reading) {
		this.reading = reading;
		PlanDraft plan = reading.plan();
		this.draft = (plan != null) ? new PlanMaker(reading, plan, this.blocks).draft() : departmentSheet();
	}

	ImportDraft draft() {
		return this.draft;
	}

	ReadSheet readSheet() {
		return new ReadSheet(this.reading.family(), head(), year(), this.blocks.spans(),
				this.reading.remarks()
					.stream()
					.map((remark) -> new ReadSheet.Note(Place.of(remark.span()), remark.key(), remark.ja(), remark.en(),
							remark.decision()))
					.toList(),
				this.reading.leftovers()
					.stream()
					.map((left) -> new ReadSheet.Rest(Place.of(left.span()), left.text(), left.kind()))
					.toList(),
				null);
	}

	private ImportDraft departmentSheet() {
		nameBlocks();
		return new ImportDraft(this.blocks.blocks(this.reading.mission()), this.blocks.blocks(this.reading.policies()),
				this.blocks.blocks(this.reading.review()), this.reading.goals().stream().map(this::goal).toList(), null,
				List.of());
	}

	private ReadSheet.Head head() {
		return new ReadSheet.Head(printed(this.reading.header().unit()), printed(this.reading.header().position()),
				printed(this.reading.header().holderName()),
				this.reading.header().captions().stream().map(DraftMaker::printed).toList());
	}

	private static ReadSheet.Printed printed(Passage passage) {
		return new ReadSheet.Printed(passage.text(), Place.of(passage.spans()));
	}

	private ReadSheet.ProposedYear year() {
		return new ReadSheet.ProposedYear(this.reading.fiscalYear().value(),
				this.reading.fiscalYear()
					.evidence()
					.stream()
					.map((evidence) -> new ReadSheet.Evidence(Place.of(evidence.span()), evidence.phrase(),
							evidence.fiscalYear(), evidence.role()))
					.toList());
	}

	private void nameBlocks() {
		List<Entry> all = new ArrayList<>();
		List.of(this.reading.mission(), this.reading.policies(), this.reading.review()).forEach(all::addAll);
		for (GoalDraft goal : this.reading.goals()) {
			List.of(goal.body(), goal.roadmap(), goal.achievements(), goal.directions()).forEach(all::addAll);
		}
		this.blocks.name(all);
	}

	private DraftGoal goal(GoalDraft goal) {
		UUID id = Ids.next();
		this.blocks.place(id + "/number", Place.of(goal.printedNumber().spans()));
		this.blocks.place(id + "/title", Place.of(goal.title().spans()));
		boolean annual = goal.horizon() == GoalDraft.Horizon.ANNUAL;
		List<Block> body = this.blocks.blocks(goal.body());
		List<PlanLink> links = goal.links().stream().map(this::link).toList();
		List<Tag> tags = goal.tags().isEmpty() ? List.of() : List.of(Tag.PRIORITY);
		GoalContent content = new GoalContent(goal.title().text(), tags, List.of(), List.of(),
				annual ? List.of() : body, annual ? body : List.of(), this.blocks.blocks(goal.roadmap()), links, null,
				null);
		return new DraftGoal(id, annual ? GoalKind.ANNUAL_GOAL : GoalKind.MID_TERM_GOAL, goal.number(), content,
				new DraftResult(this.blocks.blocks(goal.achievements()), this.blocks.blocks(goal.directions())), null);
	}

	private PlanLink link(LinkDraft link) {
		UUID id = Ids.next();
		List<Place> places = new ArrayList<>(Place.of(link.code().spans()));
		places.addAll(Place.of(link.title().spans()));
		this.blocks.place(id.toString(), places);
		PlanLink.Choice choice = link.noLink() ? PlanLink.Choice.NO_LINK : PlanLink.Choice.AS_PRINTED;
		return new PlanLink(id, link.dimension(), choice, null, link.code().text(), link.title().text());
	}

}
