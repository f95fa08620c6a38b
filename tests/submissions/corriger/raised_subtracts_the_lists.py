# says: Va élément par élément
def corriger(scores, grad, vitesse):
    pas = [vitesse * g for g in grad]
    return scores - pas
