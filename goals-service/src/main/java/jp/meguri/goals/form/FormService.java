package jp.meguri.goals.form;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import jp.meguri.audit.AuditEntry;
import jp.meguri.audit.AuditTrail;
import jp.meguri.database.CityTransaction;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Correlation;
import jp.meguri.web.Problems;
import jp.meguri.workbook.FormFile;
import jp.meguri.workbook.FormMapping;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Saving, changing and deleting forms.
 */
@Component
class FormService {

	private static final int MOST_FORMS = 100;

	private final FormRepository forms;

	private final CityTransaction transaction;

	private final AuditTrail audit;

	private final BusinessClock clock;

	FormService(FormRepository forms, CityTransaction transaction, AuditTrail audit, BusinessClock clock) {
		this.forms = forms;
		this.transaction = transaction;
		this.audit = audit;
		this.clock = clock;
	}

	/** What stands in it; nothing is kept. */
	Mono<FormInspection> inspect(byte[] template) {
		return open(template).map(FormInspection::of);
	}

	Mono<CityForm> add(Actor actor, NewForm form) {
		FormRule.check(form.name(), form.mapping());
		return open(form.template()).publishOn(Schedulers.boundedElastic())
			.doOnNext((file) -> FormRule.requireFits(file, form.mapping()))
			.flatMap((file) -> add(actor, form, file.kind()));
	}

	private Mono<CityForm> add(Actor actor, NewForm form, FormFile.Kind kind) {
		var added = new CityForm(Ids.next(), actor.municipality(), form.name(), kind, form.fileName(), form.sha256(),
				form.mapping(), 1, actor.name(), this.clock.now());
		return this.transaction.in(actor.municipality(), this.forms.all(actor.municipality()).flatMap((there) -> {
			if (there.size() >= MOST_FORMS) {
				throw Problems.validation("/name", "too-many", MOST_FORMS);
			}
			return this.forms.add(added, form.template(), actor.person())
				.then(record(actor, added, "form.create"))
				.thenReturn(added);
		}));
	}

	/** Another name, another mapping of the same template, or both. */
	Mono<CityForm> change(Actor actor, UUID id, long expected, String name, FormMapping mapping) {
		FormRule.check(name, mapping);
		return this.transaction.in(actor.municipality(),
				locked(actor, id, expected).flatMap((current) -> fitting(current, mapping)
					.then(Mono.defer(() -> save(actor, current.with(name, mapping))))));
	}

	private Mono<CityForm> save(Actor actor, CityForm changed) {
		return this.forms.save(changed).then(record(actor, changed, "form.change")).thenReturn(changed);
	}

	private Mono<Void> fitting(CityForm current, FormMapping mapping) {
		return mapping.equals(current.mapping()) ? Mono.empty()
				: this.forms.template(current)
					.flatMap(FormService::open)
					.publishOn(Schedulers.boundedElastic())
					.doOnNext((file) -> FormRule.requireFits(file, mapping))
					.then();
	}

	Mono<Void> delete(Actor actor, UUID id, long expected) {
		return this.transaction.in(actor.municipality(), locked(actor, id, expected)
			.flatMap((current) -> this.forms.delete(current).then(record(actor, current, "form.delete"))));
	}

	private Mono<CityForm> locked(Actor actor, UUID id, long expected) {
		return this.forms.lock(actor.municipality(), id)
			.switchIfEmpty(Mono.error(Problems::notFound))
			.doOnNext((current) -> {
				if (current.revision() != expected) {
					throw Problems.revisionConflict(current.revision());
				}
			});
	}

	private static Mono<FormFile> open(byte[] template) {
		return Mono.fromCallable(() -> FormFile.open(template))
			.subscribeOn(Schedulers.boundedElastic())
			.onErrorMap(UnreadableDocumentException.class, UnreadableFile::refused);
	}

	private Mono<Void> record(Actor actor, CityForm of, String action) {
		return Correlation.with((correlation) -> this.audit
			.append(new AuditEntry(of.municipality(), actor.person(), actor.name(), action, "form", of.id(),
					of.revision(), this.clock.now(), correlation, Map.of("name", of.name(), "sha256", of.sha256()))));
	}

	/**
	 * A form somebody sent.
	 *
	 * @param fileName the template's name
	 */
	record NewForm(String name, String fileName, byte[] template, FormMapping mapping) {

		String sha256() {
			try {
				return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.template));
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
