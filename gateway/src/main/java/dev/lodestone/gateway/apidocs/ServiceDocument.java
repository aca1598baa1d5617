package dev.lodestone.gateway.apidocs;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The OpenAPI document of one service. */
record ServiceDocument(String service, ObjectNode content) {}
