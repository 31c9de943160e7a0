package jp.meguri.goals.form;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.goals.form.FormService.NewForm;
import jp.meguri.web.Access;
import jp.meguri.web.Created;
import jp.meguri.web.Idempotency;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Page;
import jp.meguri.web.Problems;
import jp.meguri.web.Revision;
import jp.meguri.web.Violations;
import jp.meguri.workbook.FormMapping;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A city's own forms over HTTP: everybody of the city sees and uses them, the planning
 * division keeps them.
 */
@RestController
@RequestMapping("/api/goals/forms")
class FormController {

	private static final int LARGEST = 20 * 1024 * 1024;

	private static final int LONGEST_NAME = 200;

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private final FormService service;

	private final CityForms forms;

	private final Idempotency idempotency;

	FormController(FormService service, CityForms forms, Idempotency idempotency) {
		this.service = service;
		this.forms = forms;
		this.idempotency = idempotency;
	}

	@GetMapping
	Mono<Page<FormView>> list(Actor actor) {
		return this.forms.all(actor).map((all) -> Page.of(all.stream().map(FormView::of).toList()));
	}

	@GetMapping("/{id}")
	Mono<FormView> get(@PathVariable UUID id, Actor actor) {
		return this.forms.find(actor, id).map(FormView::of);
	}

	@PostMapping(path = "/inspection", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Access(RoleCode.PLANNING)
	Mono<FormInspection> inspect(@RequestBody Mono<MultiValueMap<String, Part>> parts, Actor actor) {
		return parts.map((sent) -> checked(sent, Set.of("file")))
			.flatMap(FormController::bytes)
			.flatMap(this.service::inspect);
	}

	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Access(RoleCode.PLANNING)
	Mono<ResponseEntity<FormView>> add(@RequestBody Mono<MultiValueMap<String, Part>> parts, IdempotencyKey key,
			Actor actor) {
		return parts.map((sent) -> checked(sent, Set.of("file", "name", "mapping")))
			.flatMap((sent) -> bytes(sent).map((bytes) -> form(sent, bytes)))
			.flatMap((form) -> this.idempotency.once(actor, "goals/forms", key,
					List.of(form.name(), form.sha256(), form.mapping()),
					this.service.add(actor, form)
						.map((added) -> new Created(added.id(), "/api/goals/forms/" + added.id(), added.revision()))))
			.flatMap((created) -> this.forms.find(actor, created.id()).map(FormView::of).map(created::with));
	}

	@PutMapping("/{id}")
	@Access(RoleCode.PLANNING)
	Mono<FormView> change(@PathVariable UUID id, @RequestBody FormRequest request, Revision expected, Actor actor) {
		new Violations().required(request.mapping(), "/mapping").refuse();
		return this.service.change(actor, id, expected.value(), request.name(), request.mapping()).map(FormView::of);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Access(RoleCode.PLANNING)
	Mono<Void> delete(@PathVariable UUID id, Revision expected, Actor actor) {
		return this.service.delete(actor, id, expected.value());
	}

	private static MultiValueMap<String, Part> checked(MultiValueMap<String, Part> parts, Set<String> expected) {
		boolean known = expected.equals(parts.keySet()) && parts.values().stream().allMatch((part) -> part.size() == 1);
		if (!known || !(parts.getFirst("file") instanceof FilePart)) {
			throw Problems.malformed("/file", "required");
		}
		return parts;
	}

	private static Mono<byte[]> bytes(MultiValueMap<String, Part> parts) {
		return (parts.getFirst("file") instanceof FilePart file)
				? DataBufferUtils.join(file.content(), LARGEST).map((buffer) -> {
					byte[] bytes = new byte[buffer.readableByteCount()];
					buffer.read(bytes);
					DataBufferUtils.release(buffer);
					return bytes;
				})
					.onErrorMap(DataBufferLimitException.class, (ex) -> new MeguriProblem(413, "too-large"))
					.switchIfEmpty(Mono.error(() -> Problems.validation("/file", "required")))
				: Mono.empty();
	}

	private static NewForm form(MultiValueMap<String, Part> parts, byte[] template) {
		String file = (parts.getFirst("file") instanceof FilePart named) ? named.filename() : "";
		try {
			FormMapping mapping = JSON.readValue(field(parts, "mapping"), FormMapping.class);
			new Violations().required(mapping, "/mapping").refuse();
			return new NewForm(field(parts, "name"), shown(file), template, mapping);
		}
		catch (JacksonException ex) {
			throw Problems.malformed("/mapping", "invalid");
		}
	}

	/** The file's name as it can be kept and shown. */
	private static String shown(String name) {
		String line = name.replaceAll("\\p{Cntrl}", "");
		return line.substring(Math.max(0, line.length() - LONGEST_NAME));
	}

	private static String field(MultiValueMap<String, Part> parts, String name) {
		return (parts.getFirst(name) instanceof FormFieldPart field) ? field.value() : "";
	}

	record FormRequest(String name, FormMapping mapping) {
	}

}
