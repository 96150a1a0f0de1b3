drop schema if exists ntm_rebuild cascade
