package jp.meguri.goals.sheet;

import java.util.List;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.directory.FiscalYear;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.Round;
import jp.meguri.goals.form.CityForm;
import jp.meguri.goals.form.CityForms;
import jp.meguri.web.Download;
import jp.meguri.workbook.FormField;
import jp.meguri.workbook.FormRow;
import jp.meguri.workbook.SheetContent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sheets on a city's own form: the goals the reader sees, one row each, in the form's
 * first table. Results are evaluation-service's and their columns stay empty.
 */
@Component
class FormExports {

	private final SheetViews sheets;

	private final CityForms forms;

	FormExports(SheetViews sheets, CityForms forms) {
		this.sheets = sheets;
		this.forms = forms;
	}

	Mono<Download> ofUnit(Actor actor, int fiscalYear, UUID unit, UUID form) {
		return this.sheets.view(actor, fiscalYear, unit)
			.zipWith(this.forms.find(actor, form))
			.flatMap((found) -> this.forms.fill(actor, found.getT2(), rows(found.getT1(), found.getT2()))
				.map((bytes) -> new Download(fileName(found.getT1(), found.getT2()), found.getT2().kind().mediaType(),
						bytes)));
	}

	private static List<FormRow> rows(SheetView sheet, CityForm form) {
		String table = form.mapping().tables().get(0).name();
		return sheet.goals()
			.stream()
			.filter((goal) -> holds(form, goal.kind()))
			.map((goal) -> new SheetContent.Goal(goal.id(), goal.kind(), goal.number(), goal.revision(), goal.content(),
					List.of()))
			.map((goal) -> FormRow.of(table, goal, Round.YEAR_END))
			.toList();
	}

	/** Outcome and roadmap are columns of mid-term goals, actions of annual ones. */
	private static boolean holds(CityForm form, GoalKind kind) {
		var columns = form.mapping().heads().keySet();
		boolean midTerm = columns.contains(FormField.STATEMENT) || columns.contains(FormField.ROADMAP);
		return switch (kind) {
			case ANNUAL_GOAL -> columns.contains(FormField.ACTIONS) || !midTerm;
			case MID_TERM_GOAL -> midTerm;
			case MISSION_AND_POLICIES -> false;
		};
	}

	private static String fileName(SheetView sheet, CityForm form) {
		return "%s_%s_%s.%s".formatted(form.name().replaceAll("[\\\\/:*?\"<>|]", "_"), sheet.unit().name(),
				new FiscalYear(sheet.fiscalYear()).label(), form.kind().ending());
	}

}
