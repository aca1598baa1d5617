package dev.lodestone.gateway.membercentre;

/** A part of the member centre: which service has it, and where. */
enum Part {
    POINTS("points", "/api/points/v1/me/balance"),
    TIER("tier", "/api/tier/v1/me"),
    COMMUNITY("community", "/api/community/v1/me/check-ins"),
    RECALL("recall", "/api/recall/v1/me/offers");

    private final String service;
    private final String path;

    Part(String service, String path) {
        this.service = service;
        this.path = path;
    }

    String service() {
        return service;
    }

    String path() {
        return path;
    }
}
