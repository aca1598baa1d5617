package dev.lodestone.platform.cloudevents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The members of a CloudEvent in JSON, as they are spelled on the wire; nothing is checked yet. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Wire(
        @Nullable String specversion,
        @Nullable String id,
        @Nullable String source,
        @Nullable String type,
        @Nullable String subject,
        @Nullable String time,
        @Nullable String datacontenttype,
        @Nullable String traceparent,
        @Nullable String causationid,
        @Nullable JsonNode data) {}
