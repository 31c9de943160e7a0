package jp.meguri.goals.imports;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.goals.imports.ImportService.Uploaded;
import jp.meguri.web.Access;
import jp.meguri.web.Created;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Page;
import jp.meguri.web.Problems;
import jp.meguri.web.Revision;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import jp.meguri.web.json.StrictValues;

/**
 * Imports over HTTP. Uploading the same content again answers with the import that is
 * there, so it needs no {@code Idempotency-Key}.
 */
@RestController
@RequestMapping("/api/goals/imports")
@Access({ RoleCode.STAFF, RoleCode.HEAD, RoleCode.PLANNING })
class ImportController {

	private static final Set<String> PARTS = Set.of("file", "unit", "fiscalYear", "batch", "batchName");

	private final ImportService service;

	private final ImportRegistration registration;

	private final ImportBatches batches;

	private final ImportViews views;

	ImportController(ImportService service, ImportRegistration registration, ImportBatches batches, ImportViews views) {
		this.service = service;
		this.batches = batches;
		this.registration = registration;
		this.views = views;
	}

	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<ResponseEntity<ImportView>> uploadFile(@RequestBody Mono<MultiValueMap<String, Part>> parts, Actor actor) {
		return parts.flatMap(ImportController::file).flatMap((upload) -> upload(actor, upload));
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<ImportView>> uploadText(@RequestBody ImportRequest request, Actor actor) {
		String text = (request.text() != null) ? request.text() : "";
		new Violations().check(!text.isBlank(), "/text", "required").refuse();
		return upload(actor,
				checked(new Upload(Objects.requireNonNullElse(request.name(), ""),
						text.getBytes(StandardCharsets.UTF_8), request.unit(), request.fiscalYear(), request.batch(),
						Objects.requireNonNullElse(request.batchName(), ""))));
	}

	@GetMapping
	Mono<Page<ImportRow>> list(@RequestParam(required = false) @Nullable UUID sheet,
			@RequestParam(required = false) @Nullable UUID batch, @RequestParam(required = false) @Nullable UUID cursor,
			Actor actor) {
		return this.service.list(actor, sheet, batch, cursor);
	}

	@GetMapping("/remarks")
	Mono<Page<ListedRemark>> remarks(@RequestParam(required = false) @Nullable UUID batch,
			@RequestParam(required = false) @Nullable String cursor, Actor actor) {
		return this.batches.remarks(actor, batch, RemarkCursor.of(cursor));
	}

	@PostMapping("/{id}/remarks/{ordinal}")
	Mono<ResponseEntity<Void>> resolve(@PathVariable UUID id, @PathVariable Integer ordinal,
			@RequestBody ResolvedRequest request, Actor actor) {
		return this.batches.resolve(actor, id, ordinal, request.resolved())
			.thenReturn(ResponseEntity.noContent().build());
	}

	@DeleteMapping("/batches/{batch}")
	Mono<Abandoned> abandonBatch(@PathVariable UUID batch, Actor actor) {
		return this.batches.abandon(actor, batch).map(Abandoned::new);
	}

	@GetMapping("/{id}")
	Mono<ImportView> get(@PathVariable UUID id, Actor actor) {
		return this.service.find(actor, id).flatMap((found) -> this.views.of(actor, found));
	}

	@PutMapping("/{id}/draft")
	Mono<ImportView> correct(@PathVariable UUID id, @RequestBody DraftRequest request, Revision expected, Actor actor) {
		DraftRule.check(request.draft());
		return this.service.correct(actor, id, expected.value(), request.draft())
			.flatMap((found) -> this.views.of(actor, found));
	}

	@PostMapping("/{id}/registration")
	Mono<ImportView> register(@PathVariable UUID id, @RequestBody RegistrationRequest request, Revision expected,
			Actor actor) {
		return this.registration.register(actor, id, expected.value(), request)
			.flatMap((found) -> this.views.of(actor, found));
	}

	@DeleteMapping("/{id}")
	Mono<ResponseEntity<Void>> abandon(@PathVariable UUID id, Revision expected, Actor actor) {
		return this.service.abandon(actor, id, expected.value()).thenReturn(ResponseEntity.noContent().build());
	}

	private Mono<ResponseEntity<ImportView>> upload(Actor actor, Upload upload) {
		return this.service.upload(actor, upload)
			.flatMap((uploaded) -> this.service.find(actor, uploaded.stored().id())
				.flatMap((found) -> this.views.of(actor, found))
				.map((view) -> answer(uploaded, view)));
	}

	private static ResponseEntity<ImportView> answer(Uploaded uploaded, ImportView view) {
		var created = new Created(view.id(), "/api/goals/imports/" + view.id(), view.revision());
		return uploaded.isNew() ? created.with(view) : ResponseEntity.ok(view);
	}

	private static Mono<Upload> file(MultiValueMap<String, Part> parts) {
		boolean known = PARTS.containsAll(parts.keySet()) && parts.values().stream().allMatch((p) -> p.size() == 1);
		if (!known || !(parts.getFirst("file") instanceof FilePart file)) {
			return Mono.error(() -> Problems.malformed("/file", "required"));
		}
		String unit = field(parts, "unit");
		String year = field(parts, "fiscalYear");
		String batch = field(parts, "batch");
		String batchName = Objects.requireNonNullElse(field(parts, "batchName"), "");
		return DataBufferUtils.join(file.content(), Upload.LARGEST).map((buffer) -> {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			DataBufferUtils.release(buffer);
			return checked(new Upload(file.filename(), bytes, (unit != null) ? StrictValues.uuid(unit) : null,
					(year != null) ? Integer.valueOf(StrictValues.integer(year)) : null,
					(batch != null) ? StrictValues.uuid(batch) : null, batchName));
		}).onErrorMap(IllegalArgumentException.class, (ex) -> Problems.malformed());
	}

	private static @Nullable String field(MultiValueMap<String, Part> parts, String name) {
		return (parts.getFirst(name) instanceof FormFieldPart field && !field.value().isEmpty()) ? field.value() : null;
	}

	private static Upload checked(Upload upload) {
		Integer year = upload.fiscalYear();
		new Violations().check(!upload.name().isBlank(), "/name", "required")
			.check(year == null || (year >= 1950 && year <= 2100), "/fiscalYear", "invalid")
			.check(upload.bytes().length > 0, "/file", "required")
			.text(upload.batchName(), "/batchName", TextRule.line(100))
			.refuse();
		if (upload.isTooLarge()) {
			throw new MeguriProblem(413, "too-large");
		}
		return upload;
	}

	/**
	 * @param name the file's name
	 */
	record ImportRequest(@Nullable String name, @Nullable String text, @Nullable UUID unit,
			@Nullable Integer fiscalYear, @Nullable UUID batch, @Nullable String batchName) {
	}

	record DraftRequest(ImportDraft draft) {
	}

	record ResolvedRequest(boolean resolved) {
	}

	/**
	 * @param abandoned how many imports
	 */
	record Abandoned(long abandoned) {
	}

}
