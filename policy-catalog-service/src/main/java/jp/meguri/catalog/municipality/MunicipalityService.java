package jp.meguri.catalog.municipality;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Change;
import jp.meguri.catalog.change.Changes;
import jp.meguri.catalog.change.Documents;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.events.EventActor;
import jp.meguri.events.catalog.CatalogEvent.MunicipalityChanged;
import jp.meguri.web.Problems;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Cities and tenants. No provider speaks for two of them.
 */
@Service
public final class MunicipalityService {

	private final MunicipalityRepository repository;

	private final Documents<MunicipalityChanged> municipalities;

	private final Changes changes;

	MunicipalityService(MunicipalityRepository repository, Changes changes) {
		this.repository = repository;
		this.municipalities = changes.documents("municipality", MunicipalityChanged.class);
		this.changes = changes;
	}

	Mono<Versioned<MunicipalityChanged>> get(UUID id) {
		return this.municipalities.get(id, id);
	}

	public Mono<Versioned<MunicipalityChanged>> find(UUID id) {
		return this.municipalities.find(id, id);
	}

	Mono<List<Versioned<MunicipalityChanged>>> all() {
		return this.repository.ids().flatMapIterable((ids) -> ids).concatMap(this::get).collectList();
	}

	public Mono<Versioned<MunicipalityChanged>> create(EventActor actor, MunicipalityChanged municipality) {
		UUID id = municipality.id();
		return this.changes.in(id,
				this.repository.register(id, municipality.slug())
					.then(this.municipalities.insert(id, id, municipality))
					.delayUntil((created) -> this.repository.replaceIssuers(id, municipality.issuers()))
					.delayUntil((created) -> announce(actor, "municipality.create", created)));
	}

	Mono<Versioned<MunicipalityChanged>> change(EventActor actor, UUID id, long expected,
			MunicipalityChangeRequest request) {
		return this.changes.in(id,
				this.municipalities.lock(id, id)
					.switchIfEmpty(Mono.error(Problems::notFound))
					.flatMap((municipality) -> change(municipality, expected, request))
					.delayUntil((changed) -> this.repository.replaceIssuers(id, changed.state().issuers()))
					.delayUntil((changed) -> announce(actor, "municipality.change", changed)));
	}

	private Mono<Versioned<MunicipalityChanged>> change(Versioned<MunicipalityChanged> municipality, long expected,
			MunicipalityChangeRequest request) {
		if (municipality.revision() != expected) {
			return Mono.error(Problems.revisionConflict(municipality.revision()));
		}
		return this.municipalities.replace(municipality.id(), municipality, request.applyTo(municipality.state()));
	}

	private Mono<Void> announce(EventActor actor, String action, Versioned<MunicipalityChanged> municipality) {
		return this.changes.announce(new Change(municipality.id(), actor, "municipality", action, municipality));
	}

}
