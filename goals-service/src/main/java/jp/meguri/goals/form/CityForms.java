package jp.meguri.goals.form;

import java.util.List;
import java.util.UUID;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Problems;
import jp.meguri.workbook.FormFile;
import jp.meguri.workbook.FormMismatchException;
import jp.meguri.workbook.FormRow;
import jp.meguri.workbook.UnwritableTextException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The forms of a city for those who read and write files.
 */
@Component
public class CityForms {

	private final FormRepository forms;

	private final CityTransaction transaction;

	CityForms(FormRepository forms, CityTransaction transaction) {
		this.forms = forms;
		this.transaction = transaction;
	}

	/** All of the caller's city, by name. */
	public Mono<List<CityForm>> all(Actor actor) {
		return this.transaction.in(actor.municipality(), this.forms.all(actor.municipality()));
	}

	/** One form; 404 if the caller's city has none. */
	public Mono<CityForm> find(Actor actor, UUID id) {
		return this.transaction.in(actor.municipality(), this.forms.find(actor.municipality(), id))
			.switchIfEmpty(Mono.error(Problems::notFound));
	}

	/** The template with these rows, its styles kept. */
	public Mono<byte[]> fill(Actor actor, CityForm form, List<FormRow> rows) {
		return this.transaction.in(actor.municipality(), this.forms.template(form))
			.switchIfEmpty(Mono.error(Problems::notFound))
			.flatMap((template) -> Mono.fromCallable(() -> FormFile.open(template).fill(form.mapping(), rows))
				.subscribeOn(Schedulers.boundedElastic()))
			.onErrorMap(UnwritableTextException.class, CityForms::unwritable)
			.onErrorMap(FormMismatchException.class, FormRule::mismatch);
	}

	private static MeguriProblem unwritable(UnwritableTextException unwritable) {
		return new MeguriProblem(422, "export-unwritable", unwritable.where()).with("place", unwritable.where());
	}

}
